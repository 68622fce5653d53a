/**
 * ND4J, DL4J and JavaCPP as one bundle that lives as long as the process. The libraries are nested jars, because they find each
 * other through one class loader and their native parts can be loaded only once. {@link spine.nd4j.internal.Activator} is the
 * place to begin: it sets what the libraries read at their first touch, lets {@link spine.nd4j.Nd4jEngine} compute
 * something with a known answer, and only then registers the engine. {@code org.nd4j.nativeblas}
 * beside this package holds one class under an old name that DL4J still asks for.
 */
package spine.nd4j.internal;
