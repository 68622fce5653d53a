/** NVIDIA devices for ND4J: a fragment of the bundle {@code spine.nd4j} with ND4J's CUDA backend. */
package spine.nd4j.cuda;
