/** Result folders that appear complete or not at all. */
package spine.pipeline.result;
