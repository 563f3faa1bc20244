/// Editors of single values, one for each kind.
@NullMarked
package org.ivrea.designer.inspector.field;

import org.jspecify.annotations.NullMarked;
