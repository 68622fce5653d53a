/** What an MR image of a spine can measure. */
package spine.common.geometry;
