/// Forms of what is not a node: flow, project, edges, several nodes at once.
@NullMarked
package org.ivrea.designer.inspector.flow;

import org.jspecify.annotations.NullMarked;
