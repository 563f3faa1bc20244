/// Shows and edits what is selected: forms derived from the node types.
@NullMarked
package org.ivrea.designer.inspector;

import org.jspecify.annotations.NullMarked;
