import { useEffect, useState } from 'react';
import { count } from '../../../core/text/number-words.ts';
import { openArrival } from '../../app/opening/open-arrival.ts';
import { canWrite } from '../../app/preconditions.ts';
import { useApplication } from '../../app/use-application.ts';
import './drop-zone.css';

/** Takes files that are dropped anywhere on the window, and says beforehand what will happen to them. */
export function DropZone() {
  const app = useApplication();
  const [files, setFiles] = useState(0);
  useEffect(() => {
    // Every element that the pointer passes fires its own enter and leave.
    let depth = 0;
    const leave = () => {
      depth = 0;
      setFiles(0);
    };
    const on = <Name extends 'dragenter' | 'dragover' | 'dragleave' | 'drop'>(
      name: Name,
      act: (event: DragEvent, data: DataTransfer) => void,
    ) => {
      const listener = (event: DragEvent) => {
        if (event.dataTransfer?.types.includes('Files') !== true) return;
        event.preventDefault();
        act(event, event.dataTransfer);
      };
      window.addEventListener(name, listener);
      return () => window.removeEventListener(name, listener);
    };
    const stops = [
      on('dragenter', (_event, data) => {
        depth += 1;
        setFiles(Math.max(1, data.items.length));
      }),
      on('dragover', (_event, data) => {
        data.dropEffect = canWrite(app) ? 'copy' : 'none';
      }),
      on('dragleave', () => {
        depth -= 1;
        if (depth <= 0) leave();
      }),
      on('drop', (_event, data) => {
        leave();
        if (!canWrite(app)) return;
        app.bridge
          .admitDropped([...data.files])
          .then((arrival) => openArrival(app, arrival), app.reportFault);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [app]);
  if (files === 0) return null;
  return (
    <section className="drop-zone" aria-label="Drop files">
      <p>
        {canWrite(app)
          ? `Drop to open ${count(files, 'file or folder', 'files or folders')} as articles`
          : 'This project can only be read'}
      </p>
    </section>
  );
}
