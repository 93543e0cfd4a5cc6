/** The contract: what every operation of the API shares is written into its OpenAPI document here, at build time. */
@NullMarked
package org.zhixing.platform.contract;

import org.jspecify.annotations.NullMarked;
