/// Tidying: places for boxes, computed in the background.
@NullMarked
package org.ivrea.designer.layout;

import org.jspecify.annotations.NullMarked;
