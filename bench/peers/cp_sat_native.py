"""Solves one instance with native CP-SAT: instance as JSON on standard input, outcome as JSON on standard output.

One worker, otherwise the default parameters. The limit is CPU time of this process from the built model on.
"""

import json
import sys
import threading
import time

from ortools.sat.python import cp_model


def build(instance, horizon):
    model = cp_model.CpModel()
    activities = instance["activities"]
    starts = [model.new_int_var(0, horizon, "") for _ in activities]
    modes, ends, parts = [], [], []
    for start, activity in zip(starts, activities):
        choice = [model.new_bool_var("") for _ in activity["modes"]]
        model.add_exactly_one(choice)
        end = start + sum(mode["duration"] * literal for mode, literal in zip(activity["modes"], choice))
        for mode, literal in zip(activity["modes"], choice):
            size = mode["duration"]
            if len(choice) == 1:
                interval = model.new_fixed_size_interval_var(start, size, "")
            else:
                interval = model.new_optional_fixed_size_interval_var(start, size, literal, "")
            parts.append((mode, literal, start, end, interval))
        modes.append(choice)
        ends.append(end)
    makespan = model.new_int_var(0, horizon, "")
    for activity, end in zip(activities, ends):
        model.add(makespan >= end)
        for successor in activity["successors"]:
            model.add(starts[successor] >= end)
    for r, units in enumerate(instance["renewable"]):
        users = [part for part in parts if part[0]["renewable"][r] > 0 and part[0]["duration"] > 0]
        model.add_cumulative([part[4] for part in users], [part[0]["renewable"][r] for part in users], units)
    for n, units in enumerate(instance["nonRenewable"]):
        model.add(sum(part[0]["nonRenewable"][n] * part[1] for part in parts) <= units)
    for q, stock in enumerate(instance["reservoirs"]):
        events = [(part[2], -part[0]["consumed"][q], part[1]) for part in parts]
        events += [(part[3], part[0]["produced"][q], part[1]) for part in parts]
        events = [event for event in events if event[1] != 0]
        most = sum(max(0, event[1]) for event in events)
        times, changes, active = ([event[i] for event in events] for i in range(3))
        model.add_reservoir_constraint_with_active(times, changes, active, -stock, most)
    model.minimize(makespan)
    return model, starts, modes


def main():
    task = json.load(sys.stdin)
    model, starts, modes = build(task["instance"], task["horizon"])
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = task["seed"]
    began = time.process_time()
    ended = threading.Event()

    def watch():
        while not ended.wait(0.005):
            if time.process_time() - began >= task["cpuLimit"]:
                solver.stop_search()

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    status = solver.solve(model)
    used = time.process_time() - began
    ended.set()
    watcher.join()
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    outcome = {
        "cpuSeconds": used,
        "bound": round(solver.best_objective_bound) if found else None,
        "proven": status in (cp_model.OPTIMAL, cp_model.INFEASIBLE),
        "starts": [solver.value(start) for start in starts] if found else None,
        "modes": [1 + [solver.value(mode) for mode in choice].index(1) for choice in modes] if found else None,
    }
    json.dump(outcome, sys.stdout)


main()
