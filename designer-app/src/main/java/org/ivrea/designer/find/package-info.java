/// Find in a project.
@NullMarked
package org.ivrea.designer.find;

import org.jspecify.annotations.NullMarked;
