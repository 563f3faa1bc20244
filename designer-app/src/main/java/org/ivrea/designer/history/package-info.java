/// The panel of what was done and can be undone.
@NullMarked
package org.ivrea.designer.history;

import org.jspecify.annotations.NullMarked;
