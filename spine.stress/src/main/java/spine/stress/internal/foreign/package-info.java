/**
 * Indices as a careless or hostile third party might write them. None serves in this bundle: their classes go into bundles of their own.
 */
package spine.stress.internal.foreign;
