/// The panel of what is wrong with a project.
@NullMarked
package org.ivrea.designer.problems;

import org.jspecify.annotations.NullMarked;
