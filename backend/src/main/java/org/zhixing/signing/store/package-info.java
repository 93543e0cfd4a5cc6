@NullMarked
package org.zhixing.signing.store;

import org.jspecify.annotations.NullMarked;
