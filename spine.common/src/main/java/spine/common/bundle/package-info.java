/**
 * What makes a jar a bundle of this platform and is written by one bundle and read by another, so that no interface of Java
 * carries it: names of manifest headers and of files. {@link spine.common.bundle.ModelBundle} describes a bundle that holds
 * a trained network and no code.
 */
package spine.common.bundle;
