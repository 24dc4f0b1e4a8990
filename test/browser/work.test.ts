import { describe } from 'vitest';
import { appForFile } from './app.ts';
import { choosing } from './choosing.ts';
import { discussing } from './discussing.ts';
import { editing } from './editing.ts';
import { firstRun } from './first-run.ts';
import { links } from './links.ts';
import { needs } from './needs.ts';
import { passkey } from './passkey.ts';
import { portfolio } from './portfolio.ts';
import { promoting } from './promoting.ts';
import { register } from './register.ts';
import { sheet } from './sheet.ts';
import { signingIn } from './signing-in.ts';
import { size } from './size.ts';
import { states } from './states.ts';
import { steering } from './steering.ts';

// The other half of `app.test.ts`: people, and what they do with lists, records and remarks.
const app = appForFile('unanswered');

describe('size', () => size(app));
describe('signing in', () => signingIn(app));
describe('passkeys', () => passkey(app));
describe('editing', () => editing(app));
describe('the Excel sheet', () => sheet(app));
describe('discussing', () => discussing(app));
describe('needs', () => needs(app));
describe('register of duties', () => register(app));
describe('choosing', () => choosing(app));
describe('steering', () => steering(app));
describe('states', () => states(app));
describe('the list of projects', () => portfolio(app));
describe('links without an account', () => links(app));
describe('a scenario becomes the agenda', () => promoting(app));
// Last: from then on the installation has a second city.
describe('first run', () => firstRun(app));
