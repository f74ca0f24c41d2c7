/** Registers what residents meet. Load as `<script type="module" src="tsunagu.js"></script>`. */
import '@tsunagu/core/define';
import '@tsunagu/window-finder/define';
import '@tsunagu/consultation-form/define';
