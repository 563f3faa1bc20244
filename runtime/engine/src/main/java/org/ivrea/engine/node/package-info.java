/// What a node type is: a record that declares its fields and exits, and runs.
@NullMarked
package org.ivrea.engine.node;

import org.jspecify.annotations.NullMarked;
