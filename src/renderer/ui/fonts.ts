// Every subset is a file beside the page; the unicode ranges in these sheets let the engine fetch only what a text needs.
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import '@fontsource-variable/source-serif-4/opsz.css';
