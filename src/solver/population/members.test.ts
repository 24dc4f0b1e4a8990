import { expect, it } from 'vitest';
import { Rng } from '../search/rng.ts';
import type { Member } from './member.ts';
import { Members } from './members.ts';

/** A schedule of ten activities, one after the other from `from` on. */
function member(from: number, value: number, mode = 0): Member {
  return {
    start: Int32Array.from({ length: 10 }, (_, a) => from + a),
    mode: Int32Array.of(mode),
    makespan: 100,
    value,
  };
}

function membersOf(...all: Member[]): Members {
  const members = new Members(new Rng(1));
  members.all.push(...all);
  return members;
}

it('a child that is nearly the same as a member takes the place of that member or none', () => {
  const bad = member(50, 300);
  const members = membersOf(member(0, 200), bad);
  expect(members.take(member(1, 201))).toBe(false);
  expect(members.all).toEqual([member(0, 200), bad]);
  expect(members.take(member(1, 199))).toBe(true);
  expect(members.all).toEqual([member(1, 199), bad]);
});

it('of several near ones it is the nearest', () => {
  const members = membersOf(member(0, 200), member(2, 200));
  members.take(member(1, 200));
  members.take({ ...member(2, 190), start: member(2, 0).start.with(0, 3) });
  expect(members.all.map(({ value }) => value)).toEqual([200, 190]);
});

it('a variant without loss takes the place, but is no progress; the same schedule in other modes is a variant', () => {
  const members = membersOf(member(0, 200), member(50, 200));
  expect(members.take(member(1, 200))).toBe(false);
  expect(members.all[0]).toEqual(member(1, 200));
  expect(members.take(member(1, 199, 1))).toBe(true);
  expect(members.all[0]).toEqual(member(1, 199, 1));
});

it('any other child takes the place of one that is no better', () => {
  const members = membersOf(member(0, 200), member(50, 300));
  while (!members.take(member(90, 250)));
  expect(members.all).toContainEqual(member(0, 200));
  expect(members.all).toContainEqual(member(90, 250));
  expect(members.take(member(20, 400))).toBe(false);
});
