/// Servers that projects are exported to: which there are, what runs there, and the keys that sign what they get.
@NullMarked
package org.ivrea.designer.servers;

import org.jspecify.annotations.NullMarked;
