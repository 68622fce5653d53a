/**
 * What the parts of deployment share: the settings, the folders below the home folder, the location by which a bundle
 * and its file are found again, and the reason for which a jar is rejected. A bundle goes from package to package:
 * {@code watch} finds its file, {@code submission} leads it through the {@code gate}, {@code install} brings it into
 * the framework, {@code audit} writes down what happened, and {@code state} says where it stands; {@code service} puts
 * them together.
 */
package spine.deploy.internal;
