/**
 * Settings of an installation: the files {@code conf/*.cfg} in the home folder become configurations of Configuration Admin, and
 * change while the platform runs. {@link spine.config.internal.ConfigurationWatch} is the component and the place to begin; it
 * waits for the shipped defaults ({@link spine.config.internal.ShippedDefaults}) before it reads the folder
 * ({@link spine.config.internal.ConfigurationFolder}). A file is checked against what the bundles say of their settings in
 * Metatype; what does not fit becomes a sentence for the health checks and is left out.
 * {@link spine.config.internal.SettingsInEffect} tells which settings that can change a result are in effect in the end, whoever set them.
 */
package spine.config.internal;
