import { IconFileDownload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import classes from './intake.module.css';
import { incomingFile, takeIn } from './take-in.ts';

/** The whole window takes documents that are dropped on it, and says so while one is over it. */
export function DropTarget() {
  const isOver = useDropping();
  if (!isOver) return null;
  return (
    <div className={classes.over} role="status">
      <div className={classes.target}>
        <IconFileDownload size={44} stroke={1.4} aria-hidden />
        <p className={classes.targetTitle}>Drop to read it</p>
        <p className={classes.targetSentence}>
          Text, Markdown, web page, PDF or Word. It stays on this computer; nothing becomes a fact until you
          accept it.
        </p>
      </div>
    </div>
  );
}

function useDropping(): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!hasFiles(event) || isAsked()) return;
      event.preventDefault();
      void takeIn([...(event.dataTransfer?.files ?? [])].map(incomingFile));
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return isOver;
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') === true;
}

function isAsked(): boolean {
  return document.querySelector('[aria-modal="true"]') !== null;
}
