/** 档案借阅: volumes in the archive, lent to be consulted, copied or shown to somebody outside. */
@NullMarked
package org.zhixing.archive;

import org.jspecify.annotations.NullMarked;
