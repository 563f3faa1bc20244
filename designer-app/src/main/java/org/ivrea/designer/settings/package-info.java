/// What the designer remembers of a person's choices from one start to the next.
@NullMarked
package org.ivrea.designer.settings;

import org.jspecify.annotations.NullMarked;
