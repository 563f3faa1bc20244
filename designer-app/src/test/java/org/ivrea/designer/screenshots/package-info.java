/// Draws the pictures of the documentation.
@NullMarked
package org.ivrea.designer.screenshots;

import org.jspecify.annotations.NullMarked;
