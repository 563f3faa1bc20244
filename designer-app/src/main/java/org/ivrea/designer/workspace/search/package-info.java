/// Finds text anywhere in the documents of a project.
@NullMarked
package org.ivrea.designer.workspace.search;

import org.jspecify.annotations.NullMarked;
