/// How the designer looks: its themes, colours and icons.
@NullMarked
package org.ivrea.designer.theme;

import org.jspecify.annotations.NullMarked;
