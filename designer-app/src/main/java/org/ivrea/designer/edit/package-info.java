/// The editing core: the document of one flow, the selection, and the history of both. Knows nothing of windows.
@NullMarked
package org.ivrea.designer.edit;

import org.jspecify.annotations.NullMarked;
