/// An open project: its editors, saving, crash recovery, other writers of its files, and what is wrong with it. Knows
/// nothing of windows.
@NullMarked
package org.ivrea.designer.workspace;

import org.jspecify.annotations.NullMarked;
