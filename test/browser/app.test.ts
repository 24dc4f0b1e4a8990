import { describe } from 'vitest';
import { accessibility } from './accessibility.ts';
import { appForFile } from './app.ts';
import { choosing } from './choosing.ts';
import { councilDesk } from './council-desk.ts';
import { discussing } from './discussing.ts';
import { editing } from './editing.ts';
import { firstRun } from './first-run.ts';
import { identity } from './identity.ts';
import { keyboard } from './keyboard.ts';
import { languages } from './languages.ts';
import { mainJob } from './main-job.ts';
import { meetings } from './meetings.ts';
import { needs } from './needs.ts';
import { planning } from './planning.ts';
import { register } from './register.ts';
import { signingIn } from './signing-in.ts';
import { size } from './size.ts';
import { states } from './states.ts';
import { statusLink } from './status-link.ts';
import { whatIf } from './what-if.ts';

// One server and one browser for all of them, so they stand in one file; each subject has a file of its own.
const app = appForFile();

describe('size', () => size(app));
describe('signing in', () => signingIn(app));
describe('people and accounts', () => identity(app));
describe('status round', () => statusLink(app));
describe('the main job', () => mainJob(app));
describe('the council desk', () => councilDesk(app));
describe('meetings and resolutions', () => meetings(app));
describe('planning', () => planning(app));
describe('what if', () => whatIf(app));
describe('accessibility', () => accessibility(app));
describe('keyboard', () => keyboard(app));
describe('languages', () => languages(app));
describe('editing', () => editing(app));
describe('discussing', () => discussing(app));
describe('needs', () => needs(app));
describe('register of duties', () => register(app));
describe('choosing', () => choosing(app));
describe('states', () => states(app));
// Last: from then on the installation has a second city.
describe('first run', () => firstRun(app));
