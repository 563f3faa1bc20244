/// What is wrong with a flow or a project, said to people and to programs.
@NullMarked
package org.ivrea.flow.problem;

import org.jspecify.annotations.NullMarked;
