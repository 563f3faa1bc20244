/// The packages that a server keeps on its disk, and which of them runs.
@NullMarked
package org.ivrea.deploy.store;

import org.jspecify.annotations.NullMarked;
