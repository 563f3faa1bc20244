/// The main window: it joins the parts, and lets a person reach them.
@NullMarked
package org.ivrea.designer.window;

import org.jspecify.annotations.NullMarked;
