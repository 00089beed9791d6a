import { ViewSwitch } from '#renderer/screens/view-switch.tsx';

/** Between the rows of all figures and the comparison of versions. */
export function FiguresViews() {
  return (
    <ViewSwitch screen="figures" all="All figures" other={{ view: 'compare', label: 'Compare versions' }} />
  );
}
