import './ui/fonts.ts';
import './ui/theme.css';
import './ui/base.css';
import { z } from 'zod';
import { putLanguageInForce } from '../core/messages/language-in-force.ts';

// By default zod tries whether it may compile schemas with `new Function`, which the content security policy forbids and reports. The schemas are
// made while the modules load, so the rest of the app is loaded after this.
z.config({ jitless: true });

// Constants hold messages: the language is known before the rest is loaded.
const language = putLanguageInForce(new URLSearchParams(location.search).get('language') ?? 'en');
document.documentElement.lang = language.tag;
document.documentElement.dir = language.direction;

const { run } = await import('./app/run.tsx');
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has the root');
await run(root);
