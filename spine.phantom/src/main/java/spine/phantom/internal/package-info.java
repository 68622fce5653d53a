/**
 * The component that offers the generators of synthetic studies to the platform. There are two of them, of equal rank, in the packages
 * {@code standard} and {@code shift}: models are trained on studies of the first, and those of the second show how far a model carries
 * beyond its training data. That only holds while the two are independent implementations, so neither uses the other (an architecture
 * test forbids it) and a change that helps a model on one of them must not be copied to the other. The same thing has the same class
 * name in both; what they share lies in {@code core}.
 */
package spine.phantom.internal;
