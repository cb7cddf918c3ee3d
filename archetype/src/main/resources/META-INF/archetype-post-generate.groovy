// In batch mode, Maven does not compare properties with the patterns of archetype-metadata.xml.
def known = ['dcgan', 'conditional', 'super-resolution', 'tabular', 'text-to-image']
def application = request.properties['application']
if (!(application in known)) {
    new File(request.outputDirectory, request.artifactId).deleteDir() // generated a moment ago
    throw new IllegalArgumentException("there is no application ${application} in this archetype; -Dapplication is one of "
            + known.join(', '))
}
