"""Build docs/ into a site that is read without a network: `make site`."""

project = "reportparse"
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
root_doc = "index"
exclude_patterns = ["requirements.txt"]
language = "en"
html_theme = "alabaster"
html_theme_options = {
    "description": "Chinese government work reports as validated data",
    "page_width": "1100px",
}
html_sidebars = {"**": ["about.html", "searchfield.html", "navigation.html"]}
html_show_sourcelink = False
html_copy_source = False
myst_heading_anchors = 3
suppress_warnings = ["myst.xref_missing"]  # links to files of the repository, which are no pages
