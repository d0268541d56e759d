// Before the page's script on sites that are always marked: nobody has clicked.
(globalThis as { isnadAlways?: boolean }).isnadAlways = true;
