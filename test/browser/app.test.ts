import { describe } from 'vitest';
import { accessibility } from './accessibility.ts';
import { appForFile } from './app.ts';
import { approval } from './approval.ts';
import { councilDesk } from './council-desk.ts';
import { councils } from './councils.ts';
import { identity } from './identity.ts';
import { keyboard } from './keyboard.ts';
import { languages } from './languages.ts';
import { lateDuty } from './late-duty.ts';
import { mainJob } from './main-job.ts';
import { meetings } from './meetings.ts';
import { planning } from './planning.ts';
import { statusLink } from './status-link.ts';
import { whatIf } from './what-if.ts';

// One server and one browser for all of them, so they stand in one file; each subject has a file of its own. The
// other half, with a server of its own at the same time, is `work.test.ts`.
const app = appForFile('empty');

describe('people and accounts', () => identity(app));
describe('status round', () => statusLink(app));
describe('the main job', () => mainJob(app));
describe('the council desk', () => councilDesk(app));
describe('meetings and resolutions', () => meetings(app));
describe('planning', () => planning(app));
describe('approval', () => approval(app));
describe('a late duty and frozen months', () => lateDuty(app));
describe('what if', () => whatIf(app));
describe('questions of councils', () => councils(app));
describe('accessibility', () => accessibility(app));
describe('keyboard', () => keyboard(app));
describe('languages', () => languages(app));
