/// Editors of what holds other values: objects, lists, maps.
@NullMarked
package org.ivrea.designer.inspector.list;

import org.jspecify.annotations.NullMarked;
