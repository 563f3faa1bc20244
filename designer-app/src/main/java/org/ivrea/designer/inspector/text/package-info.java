/// Editors of expressions and of text with expressions in it.
@NullMarked
package org.ivrea.designer.inspector.text;

import org.jspecify.annotations.NullMarked;
