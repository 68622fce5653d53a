/**
 * The network compiled for inference: native ND4J operations in a fixed order on arrays that are allocated once, about twice as fast as
 * the DL4J graph. A plan serves one shape of input and one thread at a time; a pool keeps idle plans of a model.
 */
package spine.nd4j.internal.plan;
