import { X } from 'lucide-react';
import { useStore } from 'zustand';
import { t } from '../../../core/messages/translate.ts';
import { grouped } from '../../../core/text/number-words.ts';
import { useApplication, useInterface } from '../../app/use-application.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import './notices.css';

/** Short messages over the foot of the window, and the progress of work that takes its time. */
export function NoticeStack() {
  const { notices } = useApplication();
  const shown = useStore(notices.store);
  return (
    <div className="notices">
      <ProgressNotice />
      <div aria-live="polite" role="log" aria-label={t('panels.notices.messages')}>
        {shown.map(({ id, kind, text, action }) => (
          <div key={id} className="notice" data-kind={kind}>
            <span dir="auto">{text}</span>
            {action === undefined ? null : (
              <Button
                onClick={() => {
                  notices.dismiss(id);
                  action.run();
                }}
              >
                {action.label}
              </Button>
            )}
            <IconButton icon={X} label={t('panels.notices.dismiss')} onClick={() => notices.dismiss(id)} />
          </div>
        ))}
      </div>
    </div>
  );
}

function ProgressNotice() {
  const progress = useInterface((state) => state.progress);
  if (progress === null) return null;
  const { label, done, total, cancel } = progress;
  const words = t('panels.notices.labelDoneOfTotal', { label, done: grouped(done), total: grouped(total) });
  return (
    <div className="notice progress-notice">
      <span>{words}</span>
      <Button onClick={cancel}>{t('panels.notices.cancel')}</Button>
      <progress value={done} max={total} aria-label={label} />
    </div>
  );
}
