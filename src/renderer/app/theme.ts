import {
  ActionIcon,
  Button,
  createTheme,
  Kbd,
  Menu,
  Modal,
  Notification,
  Select,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core';

/** Help stands below a box, so that the boxes of a row line up. */
const BOX: {
  readonly size: string;
  readonly inputWrapperOrder: ('label' | 'input' | 'description' | 'error')[];
} = {
  size: 'xs',
  inputWrapperOrder: ['label', 'input', 'description', 'error'],
};

/**
 * Defaults of the components. Colours and type sizes stand in tokens.css: the policy of the page allows no style
 * elements made from strings, so Mantine must not write its own.
 */
export const theme = createTheme({
  primaryColor: 'blue',
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'xs' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 'md' } }),
    TextInput: TextInput.extend({ defaultProps: BOX }),
    Textarea: Textarea.extend({ defaultProps: BOX }),
    Select: Select.extend({ defaultProps: BOX }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', position: 'bottom-end' } }),
    Modal: Modal.extend({ defaultProps: { centered: true, closeButtonProps: { 'aria-label': 'Close' } } }),
    Notification: Notification.extend({
      defaultProps: { closeButtonProps: { 'aria-label': 'Close this notice' } },
    }),
    Tooltip: Tooltip.extend({
      defaultProps: {
        openDelay: 350,
        multiline: true,
        maw: 380,
        events: { hover: true, focus: true, touch: false },
      },
    }),
    Kbd: Kbd.extend({ defaultProps: { size: 'xs' } }),
  },
});
