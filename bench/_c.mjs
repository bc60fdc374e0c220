import { runnerImport } from 'vite'; import { execFileSync } from 'node:child_process'; import {openDisplay} from '../scripts/runtime/display.mjs';
const d = await openDisplay(); Object.assign(process.env, d.env);
const I = async (p)=> (await runnerImport('/work/main/bench/'+p,{root:'/work/main',configFile:false,logLevel:'error'})).module;
const { startElectron } = await I('measures/started-electron.ts'); const { connectToPage } = await I('measures/page-session.ts');
const exe = execFileSync('node',['scripts/electron-path.mjs'],{encoding:'utf8'}).trim();
for (const f of ['/work/main','/work/main','bench/empty-window']) {
const e = await startElectron(exe, ['--no-sandbox', f, '--user-data-dir=/tmp/bx/cs'+f.length, '--remote-debugging-port=0'],{cwd:'/work/main',env:process.env});
await new Promise(r=>setTimeout(r,4000));
const s = await connectToPage(e.developerTools);
console.log(f, 'listening', e.listeningMs.toFixed(0), 'timeOrigin', (await s.evaluate('performance.timeOrigin')-e.startedAt).toFixed(0));
console.log(await s.evaluate(`(async()=>{ const out={}; for (const t of ['paint','visibility-state','largest-contentful-paint','longtask','navigation']) out[t]= (await new Promise(r=>{const o=new PerformanceObserver(l=>{r(l.getEntries())});o.observe({type:t,buffered:true});setTimeout(()=>r([]),300)})).map(e=>[e.name,Math.round(e.startTime),Math.round(e.duration), e.element?.className, e.domInteractive|0]); return JSON.stringify(out)})()`));
const t=Date.now(); await e.end(); console.log('end', Date.now()-t);
}
d.close();
