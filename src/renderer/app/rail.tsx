import { Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { screens } from '#renderer/screens/registry.ts';
import { useGoTo, useShownScreen } from './go-to.ts';
import classes from './rail.module.css';

const NARROW = '(max-width: 1099px)';

/** The screens, at the left; icons alone where the window is narrow. */
export function Rail() {
  const goTo = useGoTo();
  const shown = useShownScreen();
  const isNarrow = useMediaQuery(NARROW, matchMedia(NARROW).matches);
  return (
    <nav className={classes.rail} aria-label="Screens">
      <div className={classes.brand}>
        <PlumbBob />
        <span className={classes.label}>Plumbline</span>
      </div>
      <ul className={classes.list}>
        {screens.map(({ id, label, icon: Icon }) => (
          <li key={id}>
            <Tooltip label={label} position="right" disabled={!isNarrow}>
              <a
                href={`#/${id}`}
                className={classes.link}
                aria-current={shown === id ? 'page' : undefined}
                aria-label={label}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                  event.preventDefault();
                  goTo(id);
                }}
              >
                <Icon size={18} stroke={1.6} aria-hidden />
                <span className={classes.label}>{label}</span>
              </a>
            </Tooltip>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function PlumbBob() {
  return (
    <svg width="20" height="26" viewBox="0 0 20 26" aria-hidden="true" className={classes.bob}>
      <path d="M10 0v9" stroke="currentColor" strokeWidth="1.6" />
      <path d="M6.2 9h7.6l2.4 3.6L10 26 3.8 12.6z" fill="currentColor" />
    </svg>
  );
}
