@NullMarked
package org.zhixing.signing.rules;

import org.jspecify.annotations.NullMarked;
