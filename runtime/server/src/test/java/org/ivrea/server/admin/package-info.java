@NullMarked
package org.ivrea.server.admin;

import org.jspecify.annotations.NullMarked;
