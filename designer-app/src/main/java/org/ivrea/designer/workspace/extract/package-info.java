/// Makes a part of a flow a flow of its own.
@NullMarked
package org.ivrea.designer.workspace.extract;

import org.jspecify.annotations.NullMarked;
