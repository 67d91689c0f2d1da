// Generated from the API's description by `make explorer-types`: change that, not this.
export interface paths {
    "/search/{index}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search by a link */
        get: operations["searchByLink"];
        put?: never;
        /** Search */
        post: operations["search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search/{index}/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One page of a search */
        post: operations["searchPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search/{index}/{page}/{size}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One page of a chosen size */
        post: operations["searchPageOfSize"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search/{index}/all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records by identifier, or all of an index */
        post: operations["getRecords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/types/{index}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Types of an index */
        get: operations["getTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/filters/{index}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Filters of an index */
        get: operations["getFilters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/filters/{index}/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Filters of a type */
        get: operations["getTypeFilters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suggest/{index}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Suggestions as one types */
        get: operations["suggest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connections/matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Connections counted by both sides */
        get: operations["getMatrix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One record */
        get: operations["getRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List an archive's files */
        get: operations["listFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{id}/files/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a text file of an archive */
        get: operations["getFileText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{id}/preview.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A drawing */
        get: operations["getPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{id}/preview.png": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A drawing for lists */
        get: operations["getPreviewImage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{id}/morphology.swc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The neuron as normalised SWC */
        get: operations["getSwc"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{id}/morphology.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The neuron for viewers */
        get: operations["getPoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{id}/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The nearest neurons of the same cell type */
        get: operations["getSimilar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/export/{index}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A whole result as a table, citations, … */
        get: operations["export"];
        put?: never;
        /** Export by POST, for long lists */
        post: operations["exportByBody"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Progress of an export */
        get: operations["getExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/download/{index}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files as a ZIP */
        get: operations["download"];
        put?: never;
        /** Files as a ZIP, for long lists */
        post: operations["downloadByBody"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/download/{index}/all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files of all matching records as a ZIP */
        get: operations["downloadFound"];
        put?: never;
        /** Files of all matching records as a ZIP */
        post: operations["downloadFoundByBody"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/download/{index}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One file */
        get: operations["downloadFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/archives/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Progress of a ZIP */
        get: operations["getArchive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files/{id}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One file */
        get: operations["getFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/icons/{id}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A picture */
        get: operations["getIcon"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ontology portals */
        get: operations["getPortals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portals/{portal}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One ontology portal */
        get: operations["getPortalsByPortal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ontologies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ontologies of the default portal */
        get: operations["getOntologies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ontologies/{acronym}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One ontology of the default portal */
        get: operations["getOntologiesByAcronym"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ontologies/{acronym}/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A part of one ontology of the default portal */
        get: operations["getOntologiesByAcronymByPart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Latest submissions of the default portal */
        get: operations["getSubmissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portals/{portal}/ontologies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ontologies of a portal */
        get: operations["getPortalsByPortalOntologies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portals/{portal}/ontologies/{acronym}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One ontology of a portal */
        get: operations["getPortalsByPortalOntologiesByAcronym"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portals/{portal}/ontologies/{acronym}/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A part of one ontology of a portal */
        get: operations["getPortalsByPortalOntologiesByAcronymByPart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portals/{portal}/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Latest submissions of a portal */
        get: operations["getPortalsByPortalSubmissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portals/{portal}/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search the classes of a portal */
        get: operations["getPortalsByPortalSearch"];
        put?: never;
        /** Search the classes of a portal */
        post: operations["postPortalsByPortalSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portals/{portal}/annotator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find the classes that a text mentions */
        get: operations["getPortalsByPortalAnnotator"];
        put?: never;
        /** Find the classes that a text mentions */
        post: operations["postPortalsByPortalAnnotator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portals/{portal}/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Any resource of a portal, at any depth */
        get: operations["getPortalsByPortalByPath"];
        put?: never;
        /** Any resource of a portal, at any depth */
        post: operations["postPortalsByPortalByPath"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ncbobioportal/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Old address of a portal: /ncbobioportal/... */
        get: operations["getNcbobioportalByPath"];
        put?: never;
        /** Old address of a portal: /ncbobioportal/... */
        post: operations["postNcbobioportalByPath"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/biblioportal/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Old address of a portal: /biblioportal/... */
        get: operations["getBiblioportalByPath"];
        put?: never;
        /** Old address of a portal: /biblioportal/... */
        post: operations["postBiblioportalByPath"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Overview of the hub */
        get: operations["getFront"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Liveness */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Readiness */
        get: operations["getReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Readable releases */
        get: operations["listReleases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was added, changed and removed */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/harvests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How fresh the data are */
        get: operations["listHarvests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/harvests/{run}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One harvest */
        get: operations["getHarvest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @description what is wrong */
            field?: string;
            /** @description the names that exist */
            allowed?: string[];
        } & {
            [key: string]: unknown;
        };
        /**
         * Connection
         * @description A directed pair of neuron types.
         */
        Connection: {
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "connection";
            name: string;
            source: string;
            page_link?: string;
            version?: string;
            file?: components["schemas"]["SourceFile"];
            preview?: components["schemas"]["SourceFile"];
            concepts: string[];
            presynaptic: components["schemas"]["Side"];
            postsynaptic: components["schemas"]["Side"];
            description?: string;
            facts: {
                [key: string]: unknown;
            };
            /** @description the same as `id` */
            source_id: string;
            /**
             * Format: uri
             * @description a stable link to the record's file
             */
            download_link?: string;
            download_filename?: string;
            /**
             * Format: uri
             * @description a stable link to the record's picture
             */
            icon?: string;
            provenance: components["schemas"]["Provenance"];
        };
        /**
         * Electrophysiology
         * @description A neuron type or a recorded electrophysiology trace.
         */
        Electrophysiology: {
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "electrophysiology";
            name: string;
            source: string;
            page_link?: string;
            version?: string;
            file?: components["schemas"]["SourceFile"];
            preview?: components["schemas"]["SourceFile"];
            concepts: string[];
            region?: string;
            soma_region?: string;
            secondary_region: string[];
            layers: string[];
            soma_layers: string[];
            axon_layers: string[];
            dendrite_layers: string[];
            species?: string;
            cell_type?: string;
            supertype?: string;
            /** @enum {string} */
            synaptic_effect?: "excitatory" | "inhibitory";
            synonyms: string[];
            etype?: string;
            description?: string;
            markers: string[];
            negative_markers: string[];
            mixed_markers: string[];
            papers: components["schemas"]["Paper"][];
            metadata?: {
                [key: string]: unknown;
            };
            facts: {
                [key: string]: unknown;
            };
            /** @description the same as `id` */
            source_id: string;
            /**
             * Format: uri
             * @description a stable link to the record's file
             */
            download_link?: string;
            download_filename?: string;
            /**
             * Format: uri
             * @description a stable link to the record's picture
             */
            icon?: string;
            provenance: components["schemas"]["Provenance"];
        };
        /** Link */
        Link: {
            label: string;
            url?: string;
        };
        /**
         * Model
         * @description A computational model.
         */
        Model: {
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "single";
            name: string;
            source: string;
            page_link: string;
            version?: string;
            file?: components["schemas"]["SourceFile"];
            preview?: components["schemas"]["SourceFile"];
            concepts: string[];
            description: string;
            regions: string[];
            channels: string[];
            receptors: string[];
            transmitters: string[];
            genes: string[];
            cell_types: string[];
            model_types: string[];
            model_concepts: string[];
            implementers: string[];
            modeling_application: string[];
            papers: components["schemas"]["Paper"][];
            readme_link?: string;
            model_files: components["schemas"]["Link"][];
            class_id: number;
            facts: {
                [key: string]: unknown;
            };
            /** @description the same as `id` */
            source_id: string;
            /**
             * Format: uri
             * @description a stable link to the record's file
             */
            download_link?: string;
            download_filename?: string;
            /**
             * Format: uri
             * @description a stable link to the record's picture
             */
            icon?: string;
            provenance: components["schemas"]["Provenance"];
        };
        /**
         * Morphology
         * @description A reconstructed neuron. `region` is the broadest, `secondary_region` the next level, `subregions` all deeper
         *     ones.
         */
        Morphology: {
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "morphology";
            name: string;
            source: string;
            page_link?: string;
            version?: string;
            file?: components["schemas"]["SourceFile"];
            preview?: components["schemas"]["SourceFile"];
            concepts: string[];
            region: string;
            secondary_region: string[];
            subregions: string[];
            layers: string[];
            species?: string;
            strain?: string;
            scientific_name?: string;
            gender?: string;
            age_classification?: string;
            age_scale?: string;
            min_age?: number;
            max_age?: number;
            min_weight?: number;
            max_weight?: number;
            cell_class?: string;
            cell_type?: string;
            secondary_cell_type?: string;
            cell_types: string[];
            description?: string;
            archive?: string;
            link?: string;
            protocol?: string;
            experiment_condition: string[];
            stain?: string;
            slicing_direction?: string;
            slicing_thickness?: number;
            objective_type?: string;
            magnification?: string;
            reconstruction_software?: string;
            original_format?: string;
            physical_integrity?: string;
            physical_integrities: string[];
            morphologies: string[];
            structural_domains: string[];
            soma_surface?: number;
            surface?: number;
            volume?: number;
            shrinkage_reported?: string;
            shrinkage_corrected?: string;
            shrinkage: {
                [key: string]: number;
            };
            upload_date?: string;
            deposition_date?: string;
            papers: components["schemas"]["Paper"][];
            /** @description measured by the hub; definitions are in docs/morphology.md */
            morphometry: {
                length?: number;
                max_euclidean_distance?: number;
                max_path_distance?: number;
                width?: number;
                height?: number;
                depth?: number;
                mean_diameter?: number;
                surface?: number;
                soma_surface?: number;
                volume?: number;
                stems?: number;
                bifurcations?: number;
                branches?: number;
                tips?: number;
                max_branch_order?: number;
                partition_asymmetry?: number;
                axon?: {
                    length?: number;
                    max_euclidean_distance?: number;
                    max_path_distance?: number;
                    width?: number;
                    height?: number;
                    depth?: number;
                    mean_diameter?: number;
                    surface?: number;
                    volume?: number;
                    stems?: number;
                    bifurcations?: number;
                    branches?: number;
                    tips?: number;
                    max_branch_order?: number;
                    partition_asymmetry?: number;
                };
                basal_dendrite?: {
                    length?: number;
                    max_euclidean_distance?: number;
                    max_path_distance?: number;
                    width?: number;
                    height?: number;
                    depth?: number;
                    mean_diameter?: number;
                    surface?: number;
                    volume?: number;
                    stems?: number;
                    bifurcations?: number;
                    branches?: number;
                    tips?: number;
                    max_branch_order?: number;
                    partition_asymmetry?: number;
                };
                apical_dendrite?: {
                    length?: number;
                    max_euclidean_distance?: number;
                    max_path_distance?: number;
                    width?: number;
                    height?: number;
                    depth?: number;
                    mean_diameter?: number;
                    surface?: number;
                    volume?: number;
                    stems?: number;
                    bifurcations?: number;
                    branches?: number;
                    tips?: number;
                    max_branch_order?: number;
                    partition_asymmetry?: number;
                };
                dendrites?: {
                    length?: number;
                    max_euclidean_distance?: number;
                    max_path_distance?: number;
                    width?: number;
                    height?: number;
                    depth?: number;
                    mean_diameter?: number;
                    surface?: number;
                    volume?: number;
                    stems?: number;
                    bifurcations?: number;
                    branches?: number;
                    tips?: number;
                    max_branch_order?: number;
                    partition_asymmetry?: number;
                };
            };
            mtype?: string;
            facts: {
                [key: string]: unknown;
            };
            /** @description the same as `id` */
            source_id: string;
            /**
             * Format: uri
             * @description a stable link to the record's file
             */
            download_link?: string;
            download_filename?: string;
            /**
             * Format: uri
             * @description a stable link to the record's picture
             */
            icon?: string;
            provenance: components["schemas"]["Provenance"];
            /** @description as the source publishes it; its definitions differ */
            source_morphometry?: {
                length?: number;
                max_euclidean_distance?: number;
                max_path_distance?: number;
                width?: number;
                height?: number;
                depth?: number;
                mean_diameter?: number;
                surface?: number;
                soma_surface?: number;
                volume?: number;
                stems?: number;
                bifurcations?: number;
                branches?: number;
                max_branch_order?: number;
                partition_asymmetry?: number;
                contraction?: number;
                fragmentation?: number;
                pk_classic?: number;
                bif_ampl_local?: number;
                bif_ampl_remote?: number;
                fractal_dimension?: number;
            };
            quality_flags?: ("no_soma" | "several_roots" | "disconnected" | "cycle" | "repeated_ids" | "zero_radius" | "negative_radius" | "non_finite" | "duplicate_points" | "long_jump" | "flat" | "unknown_types" | "unordered_ids" | "several_somata" | "type_changes" | "malformed_lines" | "axon_missing" | "dendrites_missing" | "unreadable")[];
            /** @description per flag how often, and on which line first */
            quality?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            /** @description whether its source gave the file when asked; absent before that, where `download_link` counts */
            has_file?: boolean;
            /** @description why it has none, where `has_file` is false */
            no_file_reason?: string;
        };
        /**
         * Paper
         * @description A publication: what a source says of it; `doi`, `pmid` and `pmcid` are bare, normalised identifiers.
         */
        Paper: {
            label: string;
            url?: string;
            title?: string;
            authors: string[];
            year?: number;
            doi?: string;
            pmid?: string;
            pmcid?: string;
        };
        /** Provenance */
        Provenance: {
            provider: string;
            source_url: string;
            /** Format: date-time */
            harvested_at: string;
            run: string;
            licence: string;
            citation: string;
            /** @description changes with the content of the record */
            fingerprint?: string;
            /** @description the vocabulary by which its words were given concepts */
            vocabulary?: string;
            /** @description the page of the harvest on which it was read */
            page?: number;
        };
        /**
         * Side
         * @description One neuron type as an end of a connection.
         */
        Side: {
            id: string;
            source_id: string;
            name: string;
            source: string;
            page_link: string;
            icon?: string;
            soma_region?: string;
            secondary_region: string[];
            layers: string[];
            cell_type?: string;
            supertype?: string;
            /** @enum {string} */
            synaptic_effect?: "excitatory" | "inhibitory";
            markers: string[];
            negative_markers: string[];
            mixed_markers: string[];
            papers: components["schemas"]["Paper"][];
        };
        /**
         * SourceFile
         * @description A file as the source has it: addresses to try in order, the name a person gets, and what it must be.
         */
        SourceFile: {
            urls: string[];
            name: string;
            /** @enum {string} */
            kind: "morphology" | "trace" | "archive" | "image";
        };
        /**
         * ConnectionDetail
         * @description A directed pair of neuron types.
         */
        ConnectionDetail: {
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "connection";
            name: string;
            source: string;
            page_link?: string;
            version?: string;
            file?: components["schemas"]["SourceFile"];
            preview?: components["schemas"]["SourceFile"];
            concepts: string[];
            presynaptic: components["schemas"]["Side"];
            postsynaptic: components["schemas"]["Side"];
            description?: string;
            facts: {
                [key: string]: unknown;
            };
            /** @description the same as `id` */
            source_id: string;
            /**
             * Format: uri
             * @description a stable link to the record's file
             */
            download_link?: string;
            download_filename?: string;
            /**
             * Format: uri
             * @description a stable link to the record's picture
             */
            icon?: string;
            provenance: components["schemas"]["Provenance"];
            related: {
                [key: string]: components["schemas"]["Related"];
            };
            file_state: components["schemas"]["FileState"];
            cite: {
                text: string;
                bibtex: string;
            };
            generation: string;
        };
        /**
         * ElectrophysiologyDetail
         * @description A neuron type or a recorded electrophysiology trace.
         */
        ElectrophysiologyDetail: {
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "electrophysiology";
            name: string;
            source: string;
            page_link?: string;
            version?: string;
            file?: components["schemas"]["SourceFile"];
            preview?: components["schemas"]["SourceFile"];
            concepts: string[];
            region?: string;
            soma_region?: string;
            secondary_region: string[];
            layers: string[];
            soma_layers: string[];
            axon_layers: string[];
            dendrite_layers: string[];
            species?: string;
            cell_type?: string;
            supertype?: string;
            /** @enum {string} */
            synaptic_effect?: "excitatory" | "inhibitory";
            synonyms: string[];
            etype?: string;
            description?: string;
            markers: string[];
            negative_markers: string[];
            mixed_markers: string[];
            papers: components["schemas"]["Paper"][];
            metadata?: {
                [key: string]: unknown;
            };
            facts: {
                [key: string]: unknown;
            };
            /** @description the same as `id` */
            source_id: string;
            /**
             * Format: uri
             * @description a stable link to the record's file
             */
            download_link?: string;
            download_filename?: string;
            /**
             * Format: uri
             * @description a stable link to the record's picture
             */
            icon?: string;
            provenance: components["schemas"]["Provenance"];
            related: {
                [key: string]: components["schemas"]["Related"];
            };
            file_state: components["schemas"]["FileState"];
            cite: {
                text: string;
                bibtex: string;
            };
            generation: string;
        };
        /**
         * ModelDetail
         * @description A computational model.
         */
        ModelDetail: {
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "single";
            name: string;
            source: string;
            page_link: string;
            version?: string;
            file?: components["schemas"]["SourceFile"];
            preview?: components["schemas"]["SourceFile"];
            concepts: string[];
            description: string;
            regions: string[];
            channels: string[];
            receptors: string[];
            transmitters: string[];
            genes: string[];
            cell_types: string[];
            model_types: string[];
            model_concepts: string[];
            implementers: string[];
            modeling_application: string[];
            papers: components["schemas"]["Paper"][];
            readme_link?: string;
            model_files: components["schemas"]["Link"][];
            class_id: number;
            facts: {
                [key: string]: unknown;
            };
            /** @description the same as `id` */
            source_id: string;
            /**
             * Format: uri
             * @description a stable link to the record's file
             */
            download_link?: string;
            download_filename?: string;
            /**
             * Format: uri
             * @description a stable link to the record's picture
             */
            icon?: string;
            provenance: components["schemas"]["Provenance"];
            related: {
                [key: string]: components["schemas"]["Related"];
            };
            file_state: components["schemas"]["FileState"];
            cite: {
                text: string;
                bibtex: string;
            };
            generation: string;
        };
        /**
         * MorphologyDetail
         * @description A reconstructed neuron. `region` is the broadest, `secondary_region` the next level, `subregions` all deeper
         *     ones.
         */
        MorphologyDetail: {
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "morphology";
            name: string;
            source: string;
            page_link?: string;
            version?: string;
            file?: components["schemas"]["SourceFile"];
            preview?: components["schemas"]["SourceFile"];
            concepts: string[];
            region: string;
            secondary_region: string[];
            subregions: string[];
            layers: string[];
            species?: string;
            strain?: string;
            scientific_name?: string;
            gender?: string;
            age_classification?: string;
            age_scale?: string;
            min_age?: number;
            max_age?: number;
            min_weight?: number;
            max_weight?: number;
            cell_class?: string;
            cell_type?: string;
            secondary_cell_type?: string;
            cell_types: string[];
            description?: string;
            archive?: string;
            link?: string;
            protocol?: string;
            experiment_condition: string[];
            stain?: string;
            slicing_direction?: string;
            slicing_thickness?: number;
            objective_type?: string;
            magnification?: string;
            reconstruction_software?: string;
            original_format?: string;
            physical_integrity?: string;
            physical_integrities: string[];
            morphologies: string[];
            structural_domains: string[];
            soma_surface?: number;
            surface?: number;
            volume?: number;
            shrinkage_reported?: string;
            shrinkage_corrected?: string;
            shrinkage: {
                [key: string]: number;
            };
            upload_date?: string;
            deposition_date?: string;
            papers: components["schemas"]["Paper"][];
            /** @description measured by the hub; definitions are in docs/morphology.md */
            morphometry: {
                length?: number;
                max_euclidean_distance?: number;
                max_path_distance?: number;
                width?: number;
                height?: number;
                depth?: number;
                mean_diameter?: number;
                surface?: number;
                soma_surface?: number;
                volume?: number;
                stems?: number;
                bifurcations?: number;
                branches?: number;
                tips?: number;
                max_branch_order?: number;
                partition_asymmetry?: number;
                axon?: {
                    length?: number;
                    max_euclidean_distance?: number;
                    max_path_distance?: number;
                    width?: number;
                    height?: number;
                    depth?: number;
                    mean_diameter?: number;
                    surface?: number;
                    volume?: number;
                    stems?: number;
                    bifurcations?: number;
                    branches?: number;
                    tips?: number;
                    max_branch_order?: number;
                    partition_asymmetry?: number;
                };
                basal_dendrite?: {
                    length?: number;
                    max_euclidean_distance?: number;
                    max_path_distance?: number;
                    width?: number;
                    height?: number;
                    depth?: number;
                    mean_diameter?: number;
                    surface?: number;
                    volume?: number;
                    stems?: number;
                    bifurcations?: number;
                    branches?: number;
                    tips?: number;
                    max_branch_order?: number;
                    partition_asymmetry?: number;
                };
                apical_dendrite?: {
                    length?: number;
                    max_euclidean_distance?: number;
                    max_path_distance?: number;
                    width?: number;
                    height?: number;
                    depth?: number;
                    mean_diameter?: number;
                    surface?: number;
                    volume?: number;
                    stems?: number;
                    bifurcations?: number;
                    branches?: number;
                    tips?: number;
                    max_branch_order?: number;
                    partition_asymmetry?: number;
                };
                dendrites?: {
                    length?: number;
                    max_euclidean_distance?: number;
                    max_path_distance?: number;
                    width?: number;
                    height?: number;
                    depth?: number;
                    mean_diameter?: number;
                    surface?: number;
                    volume?: number;
                    stems?: number;
                    bifurcations?: number;
                    branches?: number;
                    tips?: number;
                    max_branch_order?: number;
                    partition_asymmetry?: number;
                };
            };
            mtype?: string;
            facts: {
                [key: string]: unknown;
            };
            /** @description the same as `id` */
            source_id: string;
            /**
             * Format: uri
             * @description a stable link to the record's file
             */
            download_link?: string;
            download_filename?: string;
            /**
             * Format: uri
             * @description a stable link to the record's picture
             */
            icon?: string;
            provenance: components["schemas"]["Provenance"];
            /** @description as the source publishes it; its definitions differ */
            source_morphometry?: {
                length?: number;
                max_euclidean_distance?: number;
                max_path_distance?: number;
                width?: number;
                height?: number;
                depth?: number;
                mean_diameter?: number;
                surface?: number;
                soma_surface?: number;
                volume?: number;
                stems?: number;
                bifurcations?: number;
                branches?: number;
                max_branch_order?: number;
                partition_asymmetry?: number;
                contraction?: number;
                fragmentation?: number;
                pk_classic?: number;
                bif_ampl_local?: number;
                bif_ampl_remote?: number;
                fractal_dimension?: number;
            };
            quality_flags?: ("no_soma" | "several_roots" | "disconnected" | "cycle" | "repeated_ids" | "zero_radius" | "negative_radius" | "non_finite" | "duplicate_points" | "long_jump" | "flat" | "unknown_types" | "unordered_ids" | "several_somata" | "type_changes" | "malformed_lines" | "axon_missing" | "dendrites_missing" | "unreadable")[];
            /** @description per flag how often, and on which line first */
            quality?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            /** @description whether its source gave the file when asked; absent before that, where `download_link` counts */
            has_file?: boolean;
            /** @description why it has none, where `has_file` is false */
            no_file_reason?: string;
            related: {
                [key: string]: components["schemas"]["Related"];
            };
            file_state: components["schemas"]["FileState"];
            cite: {
                text: string;
                bibtex: string;
            };
            generation: string;
        };
        /** @enum {unknown} */
        Order: "relevance" | "name" | "-name" | "min_age_days" | "-min_age_days" | "max_age_days" | "-max_age_days" | "min_age" | "-min_age" | "max_age" | "-max_age" | "min_weight" | "-min_weight" | "max_weight" | "-max_weight" | "slicing_thickness" | "-slicing_thickness" | "soma_surface" | "-soma_surface" | "surface" | "-surface" | "volume" | "-volume" | "morphometry.length" | "-morphometry.length" | "morphometry.max_euclidean_distance" | "-morphometry.max_euclidean_distance" | "morphometry.max_path_distance" | "-morphometry.max_path_distance" | "morphometry.width" | "-morphometry.width" | "morphometry.height" | "-morphometry.height" | "morphometry.depth" | "-morphometry.depth" | "morphometry.mean_diameter" | "-morphometry.mean_diameter" | "morphometry.surface" | "-morphometry.surface" | "morphometry.soma_surface" | "-morphometry.soma_surface" | "morphometry.volume" | "-morphometry.volume" | "morphometry.stems" | "-morphometry.stems" | "morphometry.bifurcations" | "-morphometry.bifurcations" | "morphometry.branches" | "-morphometry.branches" | "morphometry.tips" | "-morphometry.tips" | "morphometry.max_branch_order" | "-morphometry.max_branch_order" | "morphometry.partition_asymmetry" | "-morphometry.partition_asymmetry" | "morphometry.axon.length" | "-morphometry.axon.length" | "morphometry.axon.max_euclidean_distance" | "-morphometry.axon.max_euclidean_distance" | "morphometry.axon.max_path_distance" | "-morphometry.axon.max_path_distance" | "morphometry.axon.width" | "-morphometry.axon.width" | "morphometry.axon.height" | "-morphometry.axon.height" | "morphometry.axon.depth" | "-morphometry.axon.depth" | "morphometry.axon.mean_diameter" | "-morphometry.axon.mean_diameter" | "morphometry.axon.surface" | "-morphometry.axon.surface" | "morphometry.axon.volume" | "-morphometry.axon.volume" | "morphometry.axon.stems" | "-morphometry.axon.stems" | "morphometry.axon.bifurcations" | "-morphometry.axon.bifurcations" | "morphometry.axon.branches" | "-morphometry.axon.branches" | "morphometry.axon.tips" | "-morphometry.axon.tips" | "morphometry.axon.max_branch_order" | "-morphometry.axon.max_branch_order" | "morphometry.axon.partition_asymmetry" | "-morphometry.axon.partition_asymmetry" | "morphometry.basal_dendrite.length" | "-morphometry.basal_dendrite.length" | "morphometry.basal_dendrite.max_euclidean_distance" | "-morphometry.basal_dendrite.max_euclidean_distance" | "morphometry.basal_dendrite.max_path_distance" | "-morphometry.basal_dendrite.max_path_distance" | "morphometry.basal_dendrite.width" | "-morphometry.basal_dendrite.width" | "morphometry.basal_dendrite.height" | "-morphometry.basal_dendrite.height" | "morphometry.basal_dendrite.depth" | "-morphometry.basal_dendrite.depth" | "morphometry.basal_dendrite.mean_diameter" | "-morphometry.basal_dendrite.mean_diameter" | "morphometry.basal_dendrite.surface" | "-morphometry.basal_dendrite.surface" | "morphometry.basal_dendrite.volume" | "-morphometry.basal_dendrite.volume" | "morphometry.basal_dendrite.stems" | "-morphometry.basal_dendrite.stems" | "morphometry.basal_dendrite.bifurcations" | "-morphometry.basal_dendrite.bifurcations" | "morphometry.basal_dendrite.branches" | "-morphometry.basal_dendrite.branches" | "morphometry.basal_dendrite.tips" | "-morphometry.basal_dendrite.tips" | "morphometry.basal_dendrite.max_branch_order" | "-morphometry.basal_dendrite.max_branch_order" | "morphometry.basal_dendrite.partition_asymmetry" | "-morphometry.basal_dendrite.partition_asymmetry" | "morphometry.apical_dendrite.length" | "-morphometry.apical_dendrite.length" | "morphometry.apical_dendrite.max_euclidean_distance" | "-morphometry.apical_dendrite.max_euclidean_distance" | "morphometry.apical_dendrite.max_path_distance" | "-morphometry.apical_dendrite.max_path_distance" | "morphometry.apical_dendrite.width" | "-morphometry.apical_dendrite.width" | "morphometry.apical_dendrite.height" | "-morphometry.apical_dendrite.height" | "morphometry.apical_dendrite.depth" | "-morphometry.apical_dendrite.depth" | "morphometry.apical_dendrite.mean_diameter" | "-morphometry.apical_dendrite.mean_diameter" | "morphometry.apical_dendrite.surface" | "-morphometry.apical_dendrite.surface" | "morphometry.apical_dendrite.volume" | "-morphometry.apical_dendrite.volume" | "morphometry.apical_dendrite.stems" | "-morphometry.apical_dendrite.stems" | "morphometry.apical_dendrite.bifurcations" | "-morphometry.apical_dendrite.bifurcations" | "morphometry.apical_dendrite.branches" | "-morphometry.apical_dendrite.branches" | "morphometry.apical_dendrite.tips" | "-morphometry.apical_dendrite.tips" | "morphometry.apical_dendrite.max_branch_order" | "-morphometry.apical_dendrite.max_branch_order" | "morphometry.apical_dendrite.partition_asymmetry" | "-morphometry.apical_dendrite.partition_asymmetry" | "morphometry.dendrites.length" | "-morphometry.dendrites.length" | "morphometry.dendrites.max_euclidean_distance" | "-morphometry.dendrites.max_euclidean_distance" | "morphometry.dendrites.max_path_distance" | "-morphometry.dendrites.max_path_distance" | "morphometry.dendrites.width" | "-morphometry.dendrites.width" | "morphometry.dendrites.height" | "-morphometry.dendrites.height" | "morphometry.dendrites.depth" | "-morphometry.dendrites.depth" | "morphometry.dendrites.mean_diameter" | "-morphometry.dendrites.mean_diameter" | "morphometry.dendrites.surface" | "-morphometry.dendrites.surface" | "morphometry.dendrites.volume" | "-morphometry.dendrites.volume" | "morphometry.dendrites.stems" | "-morphometry.dendrites.stems" | "morphometry.dendrites.bifurcations" | "-morphometry.dendrites.bifurcations" | "morphometry.dendrites.branches" | "-morphometry.dendrites.branches" | "morphometry.dendrites.tips" | "-morphometry.dendrites.tips" | "morphometry.dendrites.max_branch_order" | "-morphometry.dendrites.max_branch_order" | "morphometry.dendrites.partition_asymmetry" | "-morphometry.dendrites.partition_asymmetry" | "source_morphometry.length" | "-source_morphometry.length" | "source_morphometry.max_euclidean_distance" | "-source_morphometry.max_euclidean_distance" | "source_morphometry.max_path_distance" | "-source_morphometry.max_path_distance" | "source_morphometry.width" | "-source_morphometry.width" | "source_morphometry.height" | "-source_morphometry.height" | "source_morphometry.depth" | "-source_morphometry.depth" | "source_morphometry.mean_diameter" | "-source_morphometry.mean_diameter" | "source_morphometry.surface" | "-source_morphometry.surface" | "source_morphometry.soma_surface" | "-source_morphometry.soma_surface" | "source_morphometry.volume" | "-source_morphometry.volume" | "source_morphometry.stems" | "-source_morphometry.stems" | "source_morphometry.bifurcations" | "-source_morphometry.bifurcations" | "source_morphometry.branches" | "-source_morphometry.branches" | "source_morphometry.max_branch_order" | "-source_morphometry.max_branch_order" | "source_morphometry.partition_asymmetry" | "-source_morphometry.partition_asymmetry" | "source_morphometry.contraction" | "-source_morphometry.contraction" | "source_morphometry.fragmentation" | "-source_morphometry.fragmentation" | "source_morphometry.pk_classic" | "-source_morphometry.pk_classic" | "source_morphometry.bif_ampl_local" | "-source_morphometry.bif_ampl_local" | "source_morphometry.bif_ampl_remote" | "-source_morphometry.bif_ampl_remote" | "source_morphometry.fractal_dimension" | "-source_morphometry.fractal_dimension";
        Distribution: {
            /** @description records that have this number */
            count: number;
            /** @description ends are values of records; to a fiftieth where a dozen facets are counted, a number where two bins meet being in the upper one */
            bins: {
                from: number;
                to: number;
                count: number;
            }[];
            /** @description three, or none where no record has one */
            quartiles: number[];
        };
        /** @description fields vary */
        Interpretation: {
            text: string;
            concept?: string;
            label: string;
            facet: string;
            including?: string[];
            /** @description fields vary */
            filter: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        Page: {
            total: number;
            total_page: number;
            page: number;
            size: number;
            items: components["schemas"]["Record"][];
            facets?: {
                [key: string]: ({
                    value?: string;
                    id?: string;
                    label?: string;
                    count?: number;
                } & {
                    [key: string]: unknown;
                })[] | components["schemas"]["Distribution"];
            };
            /** @description the generation that was read; pass it as `release` to read it again */
            generation: string;
            /** @description the cursor of the next page */
            next?: string | null;
            /** @description pieces of the text that became filters */
            interpreted?: components["schemas"]["Interpretation"][];
            /** @description words left out because nothing has them all */
            relaxed?: string[];
            /** @description values that find nothing */
            notes?: components["schemas"]["Note"][];
            did_you_mean?: {
                [key: string]: unknown;
            }[];
            /** @description per record, what matched where */
            explanations?: {
                [key: string]: {
                    [key: string]: unknown;
                }[];
            };
        };
        Records: {
            items: components["schemas"]["Record"][];
            missing: string[];
            generation: string;
            next?: string | null;
        };
        Note: {
            field: string;
            value: string;
            did_you_mean: string[];
        };
        Related: {
            total: number;
            items: components["schemas"]["RelatedRecord"][];
            search?: string;
        };
        RelatedRecord: {
            id: string;
            type: string;
            name: string;
            source: string;
            icon?: string;
            link: string;
        };
        FileState: {
            cached: boolean | null;
            size?: number;
            name?: string;
            sha256?: string;
            content_type?: string;
            source_url?: string;
            reason?: string;
            tried_at?: string | null;
            retry_at?: string | null;
        };
        Types: {
            label: string;
            values: string[];
        };
        /** @description fields vary */
        Filter: {
            label?: string;
            order?: number;
            values?: string[];
        } & {
            [key: string]: unknown;
        };
        /** @description per filter, or per type */
        FilterTree: {
            [key: string]: components["schemas"]["Filter"] | {
                [key: string]: components["schemas"]["Filter"];
            };
        };
        Pending: {
            /** @constant */
            status: "pending";
            status_url: string;
            done: number;
            total: number;
            generation?: string;
        };
        /** @description fields vary */
        TableMetadata: {
            [key: string]: unknown;
        };
        Suggestions: {
            q: string;
            suggestions: {
                [key: string]: unknown;
            }[];
        };
        /** @description fields vary */
        Matrix: {
            by: string;
            rows: string[];
            columns: string[];
            cells: {
                [key: string]: unknown;
            }[];
        } & {
            [key: string]: unknown;
        };
        /** @description fields vary */
        Similar: {
            items: {
                [key: string]: unknown;
            }[];
        } & {
            [key: string]: unknown;
        };
        Releases: {
            releases: {
                [key: string]: unknown;
            }[];
        };
        /** @description fields vary */
        Change: {
            added: string[];
            changed: string[];
            removed: string[];
            published_at: string;
        } & {
            [key: string]: unknown;
        };
        Changes: {
            changes: components["schemas"]["Change"][];
            until: string;
            generation: string;
        };
        /** @description fields vary */
        Status: {
            status: string;
        } & {
            [key: string]: unknown;
        };
        /** @description fields vary */
        Harvests: {
            [key: string]: unknown;
        };
        Members: {
            archive: string;
            items: {
                [key: string]: unknown;
            }[];
        };
        Record: components["schemas"]["Morphology"] | components["schemas"]["Electrophysiology"] | components["schemas"]["Connection"] | components["schemas"]["Model"];
        RecordDetail: components["schemas"]["MorphologyDetail"] | components["schemas"]["ElectrophysiologyDetail"] | components["schemas"]["ConnectionDetail"] | components["schemas"]["ModelDetail"];
        Portal: {
            /** @enum {unknown} */
            name: "ncbo" | "agroportal" | "sifr" | "biblioportal";
            title: string;
            /** @description which fork of the portal software it runs */
            kind: string;
            /** @description ISO 639-1 */
            language: string;
            /** @description the address of its own API */
            home: string;
            /** @description its address in this API */
            url: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    searchByLink: {
        parameters: {
            query?: {
                /** @example pyramidal */
                q?: string;
                data_type?: "morphology" | "electrophysiology" | "connection" | "single";
                page?: number;
                size?: number;
                sort?: components["schemas"]["Order"];
                has_file?: "true" | "false";
                quality_flags?: string[];
                mtype?: string[];
                layers?: string[];
                subregions?: string[];
                reconstruction_software?: string[];
                original_format?: string[];
                protocol?: string[];
                experiment_condition?: string[];
                age_classification?: string[];
                gender?: string[];
                stain?: string[];
                strain?: string[];
                morphologies?: string[];
                structural_domains?: string[];
                physical_integrities?: string[];
                physical_integrity?: string[];
                archive?: string[];
                cell_type?: string[];
                secondary_region?: string[];
                species?: string[];
                supertype?: string[];
                synaptic_effect?: string[];
                negative_markers?: string[];
                markers?: string[];
                etype?: string[];
                dendrite_layers?: string[];
                axon_layers?: string[];
                soma_layers?: string[];
                soma_region?: string[];
                "postsynaptic.supertype"?: string[];
                "postsynaptic.synaptic_effect"?: string[];
                "postsynaptic.negative_markers"?: string[];
                "postsynaptic.markers"?: string[];
                "postsynaptic.name"?: string[];
                "postsynaptic.cell_type"?: string[];
                "postsynaptic.soma_region"?: string[];
                "postsynaptic.layers"?: string[];
                "postsynaptic.secondary_region"?: string[];
                "presynaptic.supertype"?: string[];
                "presynaptic.synaptic_effect"?: string[];
                "presynaptic.negative_markers"?: string[];
                "presynaptic.markers"?: string[];
                "presynaptic.name"?: string[];
                "presynaptic.cell_type"?: string[];
                "presynaptic.soma_region"?: string[];
                "presynaptic.layers"?: string[];
                "presynaptic.secondary_region"?: string[];
                modeling_application?: string[];
                model_types?: string[];
                genes?: string[];
                transmitters?: string[];
                regions?: string[];
                implementers?: string[];
                model_concepts?: string[];
                receptors?: string[];
                channels?: string[];
                cell_types?: string[];
                /** @description youngest age in days: from..to, either end may be open */
                min_age_days?: string;
                /** @description oldest age in days: from..to, either end may be open */
                max_age_days?: string;
                /** @description youngest age in the record's `age_scale`: from..to, either end may be open */
                min_age?: string;
                /** @description oldest age in the record's `age_scale`: from..to, either end may be open */
                max_age?: string;
                /** @description lightest animal in g: from..to, either end may be open */
                min_weight?: string;
                /** @description heaviest animal in g: from..to, either end may be open */
                max_weight?: string;
                /** @description thickness of slices in µm: from..to, either end may be open */
                slicing_thickness?: string;
                /** @description soma surface in µm²: from..to, either end may be open */
                soma_surface?: string;
                /** @description surface in µm²: from..to, either end may be open */
                surface?: string;
                /** @description volume in µm³: from..to, either end may be open */
                volume?: string;
                /** @description length as the hub measures it in µm: from..to, either end may be open */
                "morphometry.length"?: string;
                /** @description largest straight distance as the hub measures it in µm: from..to, either end may be open */
                "morphometry.max_euclidean_distance"?: string;
                /** @description longest path as the hub measures it in µm: from..to, either end may be open */
                "morphometry.max_path_distance"?: string;
                /** @description width as the hub measures it in µm: from..to, either end may be open */
                "morphometry.width"?: string;
                /** @description height as the hub measures it in µm: from..to, either end may be open */
                "morphometry.height"?: string;
                /** @description depth as the hub measures it in µm: from..to, either end may be open */
                "morphometry.depth"?: string;
                /** @description mean diameter as the hub measures it in µm: from..to, either end may be open */
                "morphometry.mean_diameter"?: string;
                /** @description surface as the hub measures it in µm²: from..to, either end may be open */
                "morphometry.surface"?: string;
                /** @description soma surface as the hub measures it in µm²: from..to, either end may be open */
                "morphometry.soma_surface"?: string;
                /** @description volume as the hub measures it in µm³: from..to, either end may be open */
                "morphometry.volume"?: string;
                /** @description stems as the hub measures it: from..to, either end may be open */
                "morphometry.stems"?: string;
                /** @description bifurcations as the hub measures it: from..to, either end may be open */
                "morphometry.bifurcations"?: string;
                /** @description branches as the hub measures it: from..to, either end may be open */
                "morphometry.branches"?: string;
                /** @description tips as the hub measures it: from..to, either end may be open */
                "morphometry.tips"?: string;
                /** @description branch order as the hub measures it: from..to, either end may be open */
                "morphometry.max_branch_order"?: string;
                /** @description partition asymmetry as the hub measures it: from..to, either end may be open */
                "morphometry.partition_asymmetry"?: string;
                /** @description axon length as the hub measures it in µm: from..to, either end may be open */
                "morphometry.axon.length"?: string;
                /** @description axon largest straight distance as the hub measures it in µm: from..to, either end may be open */
                "morphometry.axon.max_euclidean_distance"?: string;
                /** @description axon longest path as the hub measures it in µm: from..to, either end may be open */
                "morphometry.axon.max_path_distance"?: string;
                /** @description axon width as the hub measures it in µm: from..to, either end may be open */
                "morphometry.axon.width"?: string;
                /** @description axon height as the hub measures it in µm: from..to, either end may be open */
                "morphometry.axon.height"?: string;
                /** @description axon depth as the hub measures it in µm: from..to, either end may be open */
                "morphometry.axon.depth"?: string;
                /** @description axon mean diameter as the hub measures it in µm: from..to, either end may be open */
                "morphometry.axon.mean_diameter"?: string;
                /** @description axon surface as the hub measures it in µm²: from..to, either end may be open */
                "morphometry.axon.surface"?: string;
                /** @description axon volume as the hub measures it in µm³: from..to, either end may be open */
                "morphometry.axon.volume"?: string;
                /** @description axon stems as the hub measures it: from..to, either end may be open */
                "morphometry.axon.stems"?: string;
                /** @description axon bifurcations as the hub measures it: from..to, either end may be open */
                "morphometry.axon.bifurcations"?: string;
                /** @description axon branches as the hub measures it: from..to, either end may be open */
                "morphometry.axon.branches"?: string;
                /** @description axon tips as the hub measures it: from..to, either end may be open */
                "morphometry.axon.tips"?: string;
                /** @description axon branch order as the hub measures it: from..to, either end may be open */
                "morphometry.axon.max_branch_order"?: string;
                /** @description axon partition asymmetry as the hub measures it: from..to, either end may be open */
                "morphometry.axon.partition_asymmetry"?: string;
                /** @description basal dendrite length as the hub measures it in µm: from..to, either end may be open */
                "morphometry.basal_dendrite.length"?: string;
                /** @description basal dendrite largest straight distance as the hub measures it in µm: from..to, either end may be open */
                "morphometry.basal_dendrite.max_euclidean_distance"?: string;
                /** @description basal dendrite longest path as the hub measures it in µm: from..to, either end may be open */
                "morphometry.basal_dendrite.max_path_distance"?: string;
                /** @description basal dendrite width as the hub measures it in µm: from..to, either end may be open */
                "morphometry.basal_dendrite.width"?: string;
                /** @description basal dendrite height as the hub measures it in µm: from..to, either end may be open */
                "morphometry.basal_dendrite.height"?: string;
                /** @description basal dendrite depth as the hub measures it in µm: from..to, either end may be open */
                "morphometry.basal_dendrite.depth"?: string;
                /** @description basal dendrite mean diameter as the hub measures it in µm: from..to, either end may be open */
                "morphometry.basal_dendrite.mean_diameter"?: string;
                /** @description basal dendrite surface as the hub measures it in µm²: from..to, either end may be open */
                "morphometry.basal_dendrite.surface"?: string;
                /** @description basal dendrite volume as the hub measures it in µm³: from..to, either end may be open */
                "morphometry.basal_dendrite.volume"?: string;
                /** @description basal dendrite stems as the hub measures it: from..to, either end may be open */
                "morphometry.basal_dendrite.stems"?: string;
                /** @description basal dendrite bifurcations as the hub measures it: from..to, either end may be open */
                "morphometry.basal_dendrite.bifurcations"?: string;
                /** @description basal dendrite branches as the hub measures it: from..to, either end may be open */
                "morphometry.basal_dendrite.branches"?: string;
                /** @description basal dendrite tips as the hub measures it: from..to, either end may be open */
                "morphometry.basal_dendrite.tips"?: string;
                /** @description basal dendrite branch order as the hub measures it: from..to, either end may be open */
                "morphometry.basal_dendrite.max_branch_order"?: string;
                /** @description basal dendrite partition asymmetry as the hub measures it: from..to, either end may be open */
                "morphometry.basal_dendrite.partition_asymmetry"?: string;
                /** @description apical dendrite length as the hub measures it in µm: from..to, either end may be open */
                "morphometry.apical_dendrite.length"?: string;
                /** @description apical dendrite largest straight distance as the hub measures it in µm: from..to, either end may be open */
                "morphometry.apical_dendrite.max_euclidean_distance"?: string;
                /** @description apical dendrite longest path as the hub measures it in µm: from..to, either end may be open */
                "morphometry.apical_dendrite.max_path_distance"?: string;
                /** @description apical dendrite width as the hub measures it in µm: from..to, either end may be open */
                "morphometry.apical_dendrite.width"?: string;
                /** @description apical dendrite height as the hub measures it in µm: from..to, either end may be open */
                "morphometry.apical_dendrite.height"?: string;
                /** @description apical dendrite depth as the hub measures it in µm: from..to, either end may be open */
                "morphometry.apical_dendrite.depth"?: string;
                /** @description apical dendrite mean diameter as the hub measures it in µm: from..to, either end may be open */
                "morphometry.apical_dendrite.mean_diameter"?: string;
                /** @description apical dendrite surface as the hub measures it in µm²: from..to, either end may be open */
                "morphometry.apical_dendrite.surface"?: string;
                /** @description apical dendrite volume as the hub measures it in µm³: from..to, either end may be open */
                "morphometry.apical_dendrite.volume"?: string;
                /** @description apical dendrite stems as the hub measures it: from..to, either end may be open */
                "morphometry.apical_dendrite.stems"?: string;
                /** @description apical dendrite bifurcations as the hub measures it: from..to, either end may be open */
                "morphometry.apical_dendrite.bifurcations"?: string;
                /** @description apical dendrite branches as the hub measures it: from..to, either end may be open */
                "morphometry.apical_dendrite.branches"?: string;
                /** @description apical dendrite tips as the hub measures it: from..to, either end may be open */
                "morphometry.apical_dendrite.tips"?: string;
                /** @description apical dendrite branch order as the hub measures it: from..to, either end may be open */
                "morphometry.apical_dendrite.max_branch_order"?: string;
                /** @description apical dendrite partition asymmetry as the hub measures it: from..to, either end may be open */
                "morphometry.apical_dendrite.partition_asymmetry"?: string;
                /** @description dendrites length as the hub measures it in µm: from..to, either end may be open */
                "morphometry.dendrites.length"?: string;
                /** @description dendrites largest straight distance as the hub measures it in µm: from..to, either end may be open */
                "morphometry.dendrites.max_euclidean_distance"?: string;
                /** @description dendrites longest path as the hub measures it in µm: from..to, either end may be open */
                "morphometry.dendrites.max_path_distance"?: string;
                /** @description dendrites width as the hub measures it in µm: from..to, either end may be open */
                "morphometry.dendrites.width"?: string;
                /** @description dendrites height as the hub measures it in µm: from..to, either end may be open */
                "morphometry.dendrites.height"?: string;
                /** @description dendrites depth as the hub measures it in µm: from..to, either end may be open */
                "morphometry.dendrites.depth"?: string;
                /** @description dendrites mean diameter as the hub measures it in µm: from..to, either end may be open */
                "morphometry.dendrites.mean_diameter"?: string;
                /** @description dendrites surface as the hub measures it in µm²: from..to, either end may be open */
                "morphometry.dendrites.surface"?: string;
                /** @description dendrites volume as the hub measures it in µm³: from..to, either end may be open */
                "morphometry.dendrites.volume"?: string;
                /** @description dendrites stems as the hub measures it: from..to, either end may be open */
                "morphometry.dendrites.stems"?: string;
                /** @description dendrites bifurcations as the hub measures it: from..to, either end may be open */
                "morphometry.dendrites.bifurcations"?: string;
                /** @description dendrites branches as the hub measures it: from..to, either end may be open */
                "morphometry.dendrites.branches"?: string;
                /** @description dendrites tips as the hub measures it: from..to, either end may be open */
                "morphometry.dendrites.tips"?: string;
                /** @description dendrites branch order as the hub measures it: from..to, either end may be open */
                "morphometry.dendrites.max_branch_order"?: string;
                /** @description dendrites partition asymmetry as the hub measures it: from..to, either end may be open */
                "morphometry.dendrites.partition_asymmetry"?: string;
                /** @description length as its source publishes it in µm: from..to, either end may be open */
                "source_morphometry.length"?: string;
                /** @description largest straight distance as its source publishes it in µm: from..to, either end may be open */
                "source_morphometry.max_euclidean_distance"?: string;
                /** @description longest path as its source publishes it in µm: from..to, either end may be open */
                "source_morphometry.max_path_distance"?: string;
                /** @description width as its source publishes it in µm: from..to, either end may be open */
                "source_morphometry.width"?: string;
                /** @description height as its source publishes it in µm: from..to, either end may be open */
                "source_morphometry.height"?: string;
                /** @description depth as its source publishes it in µm: from..to, either end may be open */
                "source_morphometry.depth"?: string;
                /** @description mean diameter as its source publishes it in µm: from..to, either end may be open */
                "source_morphometry.mean_diameter"?: string;
                /** @description surface as its source publishes it in µm²: from..to, either end may be open */
                "source_morphometry.surface"?: string;
                /** @description soma surface as its source publishes it in µm²: from..to, either end may be open */
                "source_morphometry.soma_surface"?: string;
                /** @description volume as its source publishes it in µm³: from..to, either end may be open */
                "source_morphometry.volume"?: string;
                /** @description stems as its source publishes it: from..to, either end may be open */
                "source_morphometry.stems"?: string;
                /** @description bifurcations as its source publishes it: from..to, either end may be open */
                "source_morphometry.bifurcations"?: string;
                /** @description branches as its source publishes it: from..to, either end may be open */
                "source_morphometry.branches"?: string;
                /** @description branch order as its source publishes it: from..to, either end may be open */
                "source_morphometry.max_branch_order"?: string;
                /** @description partition asymmetry as its source publishes it: from..to, either end may be open */
                "source_morphometry.partition_asymmetry"?: string;
                /** @description contraction as its source publishes it: from..to, either end may be open */
                "source_morphometry.contraction"?: string;
                /** @description fragmentation as its source publishes it: from..to, either end may be open */
                "source_morphometry.fragmentation"?: string;
                /** @description Rall's ratio as its source publishes it: from..to, either end may be open */
                "source_morphometry.pk_classic"?: string;
                /** @description local bifurcation angle as its source publishes it in °: from..to, either end may be open */
                "source_morphometry.bif_ampl_local"?: string;
                /** @description remote bifurcation angle as its source publishes it in °: from..to, either end may be open */
                "source_morphometry.bif_ampl_remote"?: string;
                /** @description fractal dimension as its source publishes it: from..to, either end may be open */
                "source_morphometry.fractal_dimension"?: string;
                /** @description identifier, label or synonym of a concept */
                concept?: string[];
                /** @description none, all, or names with commas between */
                facets?: string;
                /** @description take the text as words and nothing else */
                literal?: boolean;
                /** @description explain for each record which words matched in which field */
                explain?: boolean;
                /** @description the generation to read */
                release?: string;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example dataset */
                index: "dataset" | "model";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description found */
            200: {
                headers: {
                    /** @description next, prev and self (RFC 8288) */
                    Link?: string;
                    /** @description what was read */
                    "Hub-Generation"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page"];
                };
            };
            /** @description larger than 5.7 MB: where it is */
            303: {
                headers: {
                    /** @description a presigned link, short-lived */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description not modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not available in the form that `Accept` asks for; `allowed` lists those that are */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the release, or the record, is no longer served */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search: {
        parameters: {
            query?: {
                /** @description the generation to read */
                release?: string;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example dataset */
                index: "dataset" | "model";
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "data_type": "morphology",
                 *       "query": "pyramidal",
                 *       "filters": {
                 *         "species": [
                 *           "rat"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    data_type?: ("morphology" | "electrophysiology" | "connection" | "single" | "") | null;
                    query?: string | null;
                    filters?: {
                        has_file?: string | string[] | boolean | null;
                        quality_flags?: string | string[] | boolean | null;
                        mtype?: string | string[] | boolean | null;
                        layers?: string | string[] | boolean | null;
                        subregions?: string | string[] | boolean | null;
                        reconstruction_software?: string | string[] | boolean | null;
                        original_format?: string | string[] | boolean | null;
                        protocol?: string | string[] | boolean | null;
                        experiment_condition?: string | string[] | boolean | null;
                        age_classification?: string | string[] | boolean | null;
                        gender?: string | string[] | boolean | null;
                        stain?: string | string[] | boolean | null;
                        strain?: string | string[] | boolean | null;
                        morphologies?: string | string[] | boolean | null;
                        structural_domains?: string | string[] | boolean | null;
                        physical_integrities?: string | string[] | boolean | null;
                        physical_integrity?: string | string[] | boolean | null;
                        archive?: string | string[] | boolean | null;
                        cell_type?: string | string[] | boolean | null;
                        secondary_region?: string | string[] | boolean | null;
                        species?: string | string[] | boolean | null;
                        supertype?: string | string[] | boolean | null;
                        synaptic_effect?: string | string[] | boolean | null;
                        negative_markers?: string | string[] | boolean | null;
                        markers?: string | string[] | boolean | null;
                        etype?: string | string[] | boolean | null;
                        dendrite_layers?: string | string[] | boolean | null;
                        axon_layers?: string | string[] | boolean | null;
                        soma_layers?: string | string[] | boolean | null;
                        soma_region?: string | string[] | boolean | null;
                        modeling_application?: string | string[] | boolean | null;
                        model_types?: string | string[] | boolean | null;
                        genes?: string | string[] | boolean | null;
                        transmitters?: string | string[] | boolean | null;
                        regions?: string | string[] | boolean | null;
                        implementers?: string | string[] | boolean | null;
                        model_concepts?: string | string[] | boolean | null;
                        receptors?: string | string[] | boolean | null;
                        channels?: string | string[] | boolean | null;
                        cell_types?: string | string[] | boolean | null;
                        presynaptic?: {
                            supertype?: string | string[] | boolean | null;
                            synaptic_effect?: string | string[] | boolean | null;
                            negative_markers?: string | string[] | boolean | null;
                            markers?: string | string[] | boolean | null;
                            name?: string | string[] | boolean | null;
                            cell_type?: string | string[] | boolean | null;
                            soma_region?: string | string[] | boolean | null;
                            layers?: string | string[] | boolean | null;
                            secondary_region?: string | string[] | boolean | null;
                        };
                        postsynaptic?: {
                            supertype?: string | string[] | boolean | null;
                            synaptic_effect?: string | string[] | boolean | null;
                            negative_markers?: string | string[] | boolean | null;
                            markers?: string | string[] | boolean | null;
                            name?: string | string[] | boolean | null;
                            cell_type?: string | string[] | boolean | null;
                            soma_region?: string | string[] | boolean | null;
                            layers?: string | string[] | boolean | null;
                            secondary_region?: string | string[] | boolean | null;
                        };
                        /** @description youngest age in days: from..to, either end may be open */
                        min_age_days?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description oldest age in days: from..to, either end may be open */
                        max_age_days?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description youngest age in the record's `age_scale`: from..to, either end may be open */
                        min_age?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description oldest age in the record's `age_scale`: from..to, either end may be open */
                        max_age?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description lightest animal in g: from..to, either end may be open */
                        min_weight?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description heaviest animal in g: from..to, either end may be open */
                        max_weight?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description thickness of slices in µm: from..to, either end may be open */
                        slicing_thickness?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description soma surface in µm²: from..to, either end may be open */
                        soma_surface?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description surface in µm²: from..to, either end may be open */
                        surface?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description volume in µm³: from..to, either end may be open */
                        volume?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description length as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.length"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description largest straight distance as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.max_euclidean_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description longest path as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.max_path_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description width as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.width"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description height as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.height"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description depth as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.depth"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description mean diameter as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.mean_diameter"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description surface as the hub measures it in µm²: from..to, either end may be open */
                        "morphometry.surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description soma surface as the hub measures it in µm²: from..to, either end may be open */
                        "morphometry.soma_surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description volume as the hub measures it in µm³: from..to, either end may be open */
                        "morphometry.volume"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description stems as the hub measures it: from..to, either end may be open */
                        "morphometry.stems"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description bifurcations as the hub measures it: from..to, either end may be open */
                        "morphometry.bifurcations"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description branches as the hub measures it: from..to, either end may be open */
                        "morphometry.branches"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description tips as the hub measures it: from..to, either end may be open */
                        "morphometry.tips"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description branch order as the hub measures it: from..to, either end may be open */
                        "morphometry.max_branch_order"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description partition asymmetry as the hub measures it: from..to, either end may be open */
                        "morphometry.partition_asymmetry"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon length as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.length"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon largest straight distance as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.max_euclidean_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon longest path as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.max_path_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon width as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.width"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon height as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.height"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon depth as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.depth"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon mean diameter as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.mean_diameter"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon surface as the hub measures it in µm²: from..to, either end may be open */
                        "morphometry.axon.surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon volume as the hub measures it in µm³: from..to, either end may be open */
                        "morphometry.axon.volume"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon stems as the hub measures it: from..to, either end may be open */
                        "morphometry.axon.stems"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon bifurcations as the hub measures it: from..to, either end may be open */
                        "morphometry.axon.bifurcations"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon branches as the hub measures it: from..to, either end may be open */
                        "morphometry.axon.branches"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon tips as the hub measures it: from..to, either end may be open */
                        "morphometry.axon.tips"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon branch order as the hub measures it: from..to, either end may be open */
                        "morphometry.axon.max_branch_order"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon partition asymmetry as the hub measures it: from..to, either end may be open */
                        "morphometry.axon.partition_asymmetry"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite length as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.length"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite largest straight distance as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.max_euclidean_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite longest path as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.max_path_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite width as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.width"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite height as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.height"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite depth as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.depth"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite mean diameter as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.mean_diameter"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite surface as the hub measures it in µm²: from..to, either end may be open */
                        "morphometry.basal_dendrite.surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite volume as the hub measures it in µm³: from..to, either end may be open */
                        "morphometry.basal_dendrite.volume"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite stems as the hub measures it: from..to, either end may be open */
                        "morphometry.basal_dendrite.stems"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite bifurcations as the hub measures it: from..to, either end may be open */
                        "morphometry.basal_dendrite.bifurcations"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite branches as the hub measures it: from..to, either end may be open */
                        "morphometry.basal_dendrite.branches"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite tips as the hub measures it: from..to, either end may be open */
                        "morphometry.basal_dendrite.tips"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite branch order as the hub measures it: from..to, either end may be open */
                        "morphometry.basal_dendrite.max_branch_order"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite partition asymmetry as the hub measures it: from..to, either end may be open */
                        "morphometry.basal_dendrite.partition_asymmetry"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite length as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.length"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite largest straight distance as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.max_euclidean_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite longest path as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.max_path_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite width as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.width"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite height as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.height"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite depth as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.depth"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite mean diameter as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.mean_diameter"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite surface as the hub measures it in µm²: from..to, either end may be open */
                        "morphometry.apical_dendrite.surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite volume as the hub measures it in µm³: from..to, either end may be open */
                        "morphometry.apical_dendrite.volume"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite stems as the hub measures it: from..to, either end may be open */
                        "morphometry.apical_dendrite.stems"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite bifurcations as the hub measures it: from..to, either end may be open */
                        "morphometry.apical_dendrite.bifurcations"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite branches as the hub measures it: from..to, either end may be open */
                        "morphometry.apical_dendrite.branches"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite tips as the hub measures it: from..to, either end may be open */
                        "morphometry.apical_dendrite.tips"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite branch order as the hub measures it: from..to, either end may be open */
                        "morphometry.apical_dendrite.max_branch_order"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite partition asymmetry as the hub measures it: from..to, either end may be open */
                        "morphometry.apical_dendrite.partition_asymmetry"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites length as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.length"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites largest straight distance as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.max_euclidean_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites longest path as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.max_path_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites width as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.width"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites height as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.height"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites depth as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.depth"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites mean diameter as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.mean_diameter"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites surface as the hub measures it in µm²: from..to, either end may be open */
                        "morphometry.dendrites.surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites volume as the hub measures it in µm³: from..to, either end may be open */
                        "morphometry.dendrites.volume"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites stems as the hub measures it: from..to, either end may be open */
                        "morphometry.dendrites.stems"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites bifurcations as the hub measures it: from..to, either end may be open */
                        "morphometry.dendrites.bifurcations"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites branches as the hub measures it: from..to, either end may be open */
                        "morphometry.dendrites.branches"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites tips as the hub measures it: from..to, either end may be open */
                        "morphometry.dendrites.tips"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites branch order as the hub measures it: from..to, either end may be open */
                        "morphometry.dendrites.max_branch_order"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites partition asymmetry as the hub measures it: from..to, either end may be open */
                        "morphometry.dendrites.partition_asymmetry"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description length as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.length"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description largest straight distance as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.max_euclidean_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description longest path as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.max_path_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description width as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.width"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description height as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.height"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description depth as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.depth"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description mean diameter as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.mean_diameter"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description surface as its source publishes it in µm²: from..to, either end may be open */
                        "source_morphometry.surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description soma surface as its source publishes it in µm²: from..to, either end may be open */
                        "source_morphometry.soma_surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description volume as its source publishes it in µm³: from..to, either end may be open */
                        "source_morphometry.volume"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description stems as its source publishes it: from..to, either end may be open */
                        "source_morphometry.stems"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description bifurcations as its source publishes it: from..to, either end may be open */
                        "source_morphometry.bifurcations"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description branches as its source publishes it: from..to, either end may be open */
                        "source_morphometry.branches"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description branch order as its source publishes it: from..to, either end may be open */
                        "source_morphometry.max_branch_order"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description partition asymmetry as its source publishes it: from..to, either end may be open */
                        "source_morphometry.partition_asymmetry"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description contraction as its source publishes it: from..to, either end may be open */
                        "source_morphometry.contraction"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description fragmentation as its source publishes it: from..to, either end may be open */
                        "source_morphometry.fragmentation"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description Rall's ratio as its source publishes it: from..to, either end may be open */
                        "source_morphometry.pk_classic"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description local bifurcation angle as its source publishes it in °: from..to, either end may be open */
                        "source_morphometry.bif_ampl_local"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description remote bifurcation angle as its source publishes it in °: from..to, either end may be open */
                        "source_morphometry.bif_ampl_remote"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description fractal dimension as its source publishes it: from..to, either end may be open */
                        "source_morphometry.fractal_dimension"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        concept?: string | string[] | boolean | null;
                    } | null;
                    facets?: string | string[] | null;
                    literal?: boolean | null;
                    explain?: boolean | null;
                    sort?: components["schemas"]["Order"] | null;
                };
            };
        };
        responses: {
            /** @description found */
            200: {
                headers: {
                    /** @description next, prev and self (RFC 8288) */
                    Link?: string;
                    /** @description what was read */
                    "Hub-Generation"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page"];
                };
            };
            /** @description larger than 5.7 MB: where it is */
            303: {
                headers: {
                    /** @description a presigned link, short-lived */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the release, or the record, is no longer served */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchPage: {
        parameters: {
            query?: {
                /** @description the generation to read */
                release?: string;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example dataset */
                index: "dataset" | "model";
                /** @example 0 */
                page: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "data_type": "morphology",
                 *       "query": "pyramidal",
                 *       "filters": {
                 *         "species": [
                 *           "rat"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    data_type?: ("morphology" | "electrophysiology" | "connection" | "single" | "") | null;
                    query?: string | null;
                    filters?: {
                        has_file?: string | string[] | boolean | null;
                        quality_flags?: string | string[] | boolean | null;
                        mtype?: string | string[] | boolean | null;
                        layers?: string | string[] | boolean | null;
                        subregions?: string | string[] | boolean | null;
                        reconstruction_software?: string | string[] | boolean | null;
                        original_format?: string | string[] | boolean | null;
                        protocol?: string | string[] | boolean | null;
                        experiment_condition?: string | string[] | boolean | null;
                        age_classification?: string | string[] | boolean | null;
                        gender?: string | string[] | boolean | null;
                        stain?: string | string[] | boolean | null;
                        strain?: string | string[] | boolean | null;
                        morphologies?: string | string[] | boolean | null;
                        structural_domains?: string | string[] | boolean | null;
                        physical_integrities?: string | string[] | boolean | null;
                        physical_integrity?: string | string[] | boolean | null;
                        archive?: string | string[] | boolean | null;
                        cell_type?: string | string[] | boolean | null;
                        secondary_region?: string | string[] | boolean | null;
                        species?: string | string[] | boolean | null;
                        supertype?: string | string[] | boolean | null;
                        synaptic_effect?: string | string[] | boolean | null;
                        negative_markers?: string | string[] | boolean | null;
                        markers?: string | string[] | boolean | null;
                        etype?: string | string[] | boolean | null;
                        dendrite_layers?: string | string[] | boolean | null;
                        axon_layers?: string | string[] | boolean | null;
                        soma_layers?: string | string[] | boolean | null;
                        soma_region?: string | string[] | boolean | null;
                        modeling_application?: string | string[] | boolean | null;
                        model_types?: string | string[] | boolean | null;
                        genes?: string | string[] | boolean | null;
                        transmitters?: string | string[] | boolean | null;
                        regions?: string | string[] | boolean | null;
                        implementers?: string | string[] | boolean | null;
                        model_concepts?: string | string[] | boolean | null;
                        receptors?: string | string[] | boolean | null;
                        channels?: string | string[] | boolean | null;
                        cell_types?: string | string[] | boolean | null;
                        presynaptic?: {
                            supertype?: string | string[] | boolean | null;
                            synaptic_effect?: string | string[] | boolean | null;
                            negative_markers?: string | string[] | boolean | null;
                            markers?: string | string[] | boolean | null;
                            name?: string | string[] | boolean | null;
                            cell_type?: string | string[] | boolean | null;
                            soma_region?: string | string[] | boolean | null;
                            layers?: string | string[] | boolean | null;
                            secondary_region?: string | string[] | boolean | null;
                        };
                        postsynaptic?: {
                            supertype?: string | string[] | boolean | null;
                            synaptic_effect?: string | string[] | boolean | null;
                            negative_markers?: string | string[] | boolean | null;
                            markers?: string | string[] | boolean | null;
                            name?: string | string[] | boolean | null;
                            cell_type?: string | string[] | boolean | null;
                            soma_region?: string | string[] | boolean | null;
                            layers?: string | string[] | boolean | null;
                            secondary_region?: string | string[] | boolean | null;
                        };
                        /** @description youngest age in days: from..to, either end may be open */
                        min_age_days?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description oldest age in days: from..to, either end may be open */
                        max_age_days?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description youngest age in the record's `age_scale`: from..to, either end may be open */
                        min_age?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description oldest age in the record's `age_scale`: from..to, either end may be open */
                        max_age?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description lightest animal in g: from..to, either end may be open */
                        min_weight?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description heaviest animal in g: from..to, either end may be open */
                        max_weight?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description thickness of slices in µm: from..to, either end may be open */
                        slicing_thickness?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description soma surface in µm²: from..to, either end may be open */
                        soma_surface?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description surface in µm²: from..to, either end may be open */
                        surface?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description volume in µm³: from..to, either end may be open */
                        volume?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description length as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.length"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description largest straight distance as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.max_euclidean_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description longest path as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.max_path_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description width as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.width"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description height as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.height"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description depth as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.depth"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description mean diameter as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.mean_diameter"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description surface as the hub measures it in µm²: from..to, either end may be open */
                        "morphometry.surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description soma surface as the hub measures it in µm²: from..to, either end may be open */
                        "morphometry.soma_surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description volume as the hub measures it in µm³: from..to, either end may be open */
                        "morphometry.volume"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description stems as the hub measures it: from..to, either end may be open */
                        "morphometry.stems"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description bifurcations as the hub measures it: from..to, either end may be open */
                        "morphometry.bifurcations"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description branches as the hub measures it: from..to, either end may be open */
                        "morphometry.branches"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description tips as the hub measures it: from..to, either end may be open */
                        "morphometry.tips"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description branch order as the hub measures it: from..to, either end may be open */
                        "morphometry.max_branch_order"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description partition asymmetry as the hub measures it: from..to, either end may be open */
                        "morphometry.partition_asymmetry"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon length as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.length"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon largest straight distance as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.max_euclidean_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon longest path as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.max_path_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon width as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.width"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon height as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.height"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon depth as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.depth"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon mean diameter as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.mean_diameter"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon surface as the hub measures it in µm²: from..to, either end may be open */
                        "morphometry.axon.surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon volume as the hub measures it in µm³: from..to, either end may be open */
                        "morphometry.axon.volume"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon stems as the hub measures it: from..to, either end may be open */
                        "morphometry.axon.stems"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon bifurcations as the hub measures it: from..to, either end may be open */
                        "morphometry.axon.bifurcations"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon branches as the hub measures it: from..to, either end may be open */
                        "morphometry.axon.branches"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon tips as the hub measures it: from..to, either end may be open */
                        "morphometry.axon.tips"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon branch order as the hub measures it: from..to, either end may be open */
                        "morphometry.axon.max_branch_order"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon partition asymmetry as the hub measures it: from..to, either end may be open */
                        "morphometry.axon.partition_asymmetry"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite length as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.length"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite largest straight distance as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.max_euclidean_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite longest path as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.max_path_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite width as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.width"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite height as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.height"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite depth as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.depth"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite mean diameter as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.mean_diameter"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite surface as the hub measures it in µm²: from..to, either end may be open */
                        "morphometry.basal_dendrite.surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite volume as the hub measures it in µm³: from..to, either end may be open */
                        "morphometry.basal_dendrite.volume"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite stems as the hub measures it: from..to, either end may be open */
                        "morphometry.basal_dendrite.stems"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite bifurcations as the hub measures it: from..to, either end may be open */
                        "morphometry.basal_dendrite.bifurcations"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite branches as the hub measures it: from..to, either end may be open */
                        "morphometry.basal_dendrite.branches"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite tips as the hub measures it: from..to, either end may be open */
                        "morphometry.basal_dendrite.tips"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite branch order as the hub measures it: from..to, either end may be open */
                        "morphometry.basal_dendrite.max_branch_order"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite partition asymmetry as the hub measures it: from..to, either end may be open */
                        "morphometry.basal_dendrite.partition_asymmetry"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite length as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.length"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite largest straight distance as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.max_euclidean_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite longest path as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.max_path_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite width as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.width"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite height as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.height"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite depth as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.depth"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite mean diameter as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.mean_diameter"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite surface as the hub measures it in µm²: from..to, either end may be open */
                        "morphometry.apical_dendrite.surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite volume as the hub measures it in µm³: from..to, either end may be open */
                        "morphometry.apical_dendrite.volume"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite stems as the hub measures it: from..to, either end may be open */
                        "morphometry.apical_dendrite.stems"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite bifurcations as the hub measures it: from..to, either end may be open */
                        "morphometry.apical_dendrite.bifurcations"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite branches as the hub measures it: from..to, either end may be open */
                        "morphometry.apical_dendrite.branches"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite tips as the hub measures it: from..to, either end may be open */
                        "morphometry.apical_dendrite.tips"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite branch order as the hub measures it: from..to, either end may be open */
                        "morphometry.apical_dendrite.max_branch_order"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite partition asymmetry as the hub measures it: from..to, either end may be open */
                        "morphometry.apical_dendrite.partition_asymmetry"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites length as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.length"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites largest straight distance as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.max_euclidean_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites longest path as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.max_path_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites width as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.width"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites height as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.height"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites depth as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.depth"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites mean diameter as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.mean_diameter"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites surface as the hub measures it in µm²: from..to, either end may be open */
                        "morphometry.dendrites.surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites volume as the hub measures it in µm³: from..to, either end may be open */
                        "morphometry.dendrites.volume"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites stems as the hub measures it: from..to, either end may be open */
                        "morphometry.dendrites.stems"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites bifurcations as the hub measures it: from..to, either end may be open */
                        "morphometry.dendrites.bifurcations"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites branches as the hub measures it: from..to, either end may be open */
                        "morphometry.dendrites.branches"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites tips as the hub measures it: from..to, either end may be open */
                        "morphometry.dendrites.tips"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites branch order as the hub measures it: from..to, either end may be open */
                        "morphometry.dendrites.max_branch_order"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites partition asymmetry as the hub measures it: from..to, either end may be open */
                        "morphometry.dendrites.partition_asymmetry"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description length as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.length"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description largest straight distance as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.max_euclidean_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description longest path as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.max_path_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description width as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.width"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description height as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.height"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description depth as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.depth"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description mean diameter as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.mean_diameter"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description surface as its source publishes it in µm²: from..to, either end may be open */
                        "source_morphometry.surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description soma surface as its source publishes it in µm²: from..to, either end may be open */
                        "source_morphometry.soma_surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description volume as its source publishes it in µm³: from..to, either end may be open */
                        "source_morphometry.volume"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description stems as its source publishes it: from..to, either end may be open */
                        "source_morphometry.stems"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description bifurcations as its source publishes it: from..to, either end may be open */
                        "source_morphometry.bifurcations"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description branches as its source publishes it: from..to, either end may be open */
                        "source_morphometry.branches"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description branch order as its source publishes it: from..to, either end may be open */
                        "source_morphometry.max_branch_order"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description partition asymmetry as its source publishes it: from..to, either end may be open */
                        "source_morphometry.partition_asymmetry"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description contraction as its source publishes it: from..to, either end may be open */
                        "source_morphometry.contraction"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description fragmentation as its source publishes it: from..to, either end may be open */
                        "source_morphometry.fragmentation"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description Rall's ratio as its source publishes it: from..to, either end may be open */
                        "source_morphometry.pk_classic"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description local bifurcation angle as its source publishes it in °: from..to, either end may be open */
                        "source_morphometry.bif_ampl_local"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description remote bifurcation angle as its source publishes it in °: from..to, either end may be open */
                        "source_morphometry.bif_ampl_remote"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description fractal dimension as its source publishes it: from..to, either end may be open */
                        "source_morphometry.fractal_dimension"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        concept?: string | string[] | boolean | null;
                    } | null;
                    facets?: string | string[] | null;
                    literal?: boolean | null;
                    explain?: boolean | null;
                    sort?: components["schemas"]["Order"] | null;
                };
            };
        };
        responses: {
            /** @description found */
            200: {
                headers: {
                    /** @description next, prev and self (RFC 8288) */
                    Link?: string;
                    /** @description what was read */
                    "Hub-Generation"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page"];
                };
            };
            /** @description larger than 5.7 MB: where it is */
            303: {
                headers: {
                    /** @description a presigned link, short-lived */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the release, or the record, is no longer served */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchPageOfSize: {
        parameters: {
            query?: {
                /** @description the generation to read */
                release?: string;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example dataset */
                index: "dataset" | "model";
                /** @example 0 */
                page: number;
                /** @example 20 */
                size: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "data_type": "morphology",
                 *       "query": "pyramidal",
                 *       "filters": {
                 *         "species": [
                 *           "rat"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    data_type?: ("morphology" | "electrophysiology" | "connection" | "single" | "") | null;
                    query?: string | null;
                    filters?: {
                        has_file?: string | string[] | boolean | null;
                        quality_flags?: string | string[] | boolean | null;
                        mtype?: string | string[] | boolean | null;
                        layers?: string | string[] | boolean | null;
                        subregions?: string | string[] | boolean | null;
                        reconstruction_software?: string | string[] | boolean | null;
                        original_format?: string | string[] | boolean | null;
                        protocol?: string | string[] | boolean | null;
                        experiment_condition?: string | string[] | boolean | null;
                        age_classification?: string | string[] | boolean | null;
                        gender?: string | string[] | boolean | null;
                        stain?: string | string[] | boolean | null;
                        strain?: string | string[] | boolean | null;
                        morphologies?: string | string[] | boolean | null;
                        structural_domains?: string | string[] | boolean | null;
                        physical_integrities?: string | string[] | boolean | null;
                        physical_integrity?: string | string[] | boolean | null;
                        archive?: string | string[] | boolean | null;
                        cell_type?: string | string[] | boolean | null;
                        secondary_region?: string | string[] | boolean | null;
                        species?: string | string[] | boolean | null;
                        supertype?: string | string[] | boolean | null;
                        synaptic_effect?: string | string[] | boolean | null;
                        negative_markers?: string | string[] | boolean | null;
                        markers?: string | string[] | boolean | null;
                        etype?: string | string[] | boolean | null;
                        dendrite_layers?: string | string[] | boolean | null;
                        axon_layers?: string | string[] | boolean | null;
                        soma_layers?: string | string[] | boolean | null;
                        soma_region?: string | string[] | boolean | null;
                        modeling_application?: string | string[] | boolean | null;
                        model_types?: string | string[] | boolean | null;
                        genes?: string | string[] | boolean | null;
                        transmitters?: string | string[] | boolean | null;
                        regions?: string | string[] | boolean | null;
                        implementers?: string | string[] | boolean | null;
                        model_concepts?: string | string[] | boolean | null;
                        receptors?: string | string[] | boolean | null;
                        channels?: string | string[] | boolean | null;
                        cell_types?: string | string[] | boolean | null;
                        presynaptic?: {
                            supertype?: string | string[] | boolean | null;
                            synaptic_effect?: string | string[] | boolean | null;
                            negative_markers?: string | string[] | boolean | null;
                            markers?: string | string[] | boolean | null;
                            name?: string | string[] | boolean | null;
                            cell_type?: string | string[] | boolean | null;
                            soma_region?: string | string[] | boolean | null;
                            layers?: string | string[] | boolean | null;
                            secondary_region?: string | string[] | boolean | null;
                        };
                        postsynaptic?: {
                            supertype?: string | string[] | boolean | null;
                            synaptic_effect?: string | string[] | boolean | null;
                            negative_markers?: string | string[] | boolean | null;
                            markers?: string | string[] | boolean | null;
                            name?: string | string[] | boolean | null;
                            cell_type?: string | string[] | boolean | null;
                            soma_region?: string | string[] | boolean | null;
                            layers?: string | string[] | boolean | null;
                            secondary_region?: string | string[] | boolean | null;
                        };
                        /** @description youngest age in days: from..to, either end may be open */
                        min_age_days?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description oldest age in days: from..to, either end may be open */
                        max_age_days?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description youngest age in the record's `age_scale`: from..to, either end may be open */
                        min_age?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description oldest age in the record's `age_scale`: from..to, either end may be open */
                        max_age?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description lightest animal in g: from..to, either end may be open */
                        min_weight?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description heaviest animal in g: from..to, either end may be open */
                        max_weight?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description thickness of slices in µm: from..to, either end may be open */
                        slicing_thickness?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description soma surface in µm²: from..to, either end may be open */
                        soma_surface?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description surface in µm²: from..to, either end may be open */
                        surface?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description volume in µm³: from..to, either end may be open */
                        volume?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description length as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.length"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description largest straight distance as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.max_euclidean_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description longest path as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.max_path_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description width as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.width"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description height as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.height"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description depth as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.depth"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description mean diameter as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.mean_diameter"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description surface as the hub measures it in µm²: from..to, either end may be open */
                        "morphometry.surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description soma surface as the hub measures it in µm²: from..to, either end may be open */
                        "morphometry.soma_surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description volume as the hub measures it in µm³: from..to, either end may be open */
                        "morphometry.volume"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description stems as the hub measures it: from..to, either end may be open */
                        "morphometry.stems"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description bifurcations as the hub measures it: from..to, either end may be open */
                        "morphometry.bifurcations"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description branches as the hub measures it: from..to, either end may be open */
                        "morphometry.branches"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description tips as the hub measures it: from..to, either end may be open */
                        "morphometry.tips"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description branch order as the hub measures it: from..to, either end may be open */
                        "morphometry.max_branch_order"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description partition asymmetry as the hub measures it: from..to, either end may be open */
                        "morphometry.partition_asymmetry"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon length as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.length"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon largest straight distance as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.max_euclidean_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon longest path as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.max_path_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon width as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.width"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon height as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.height"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon depth as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.depth"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon mean diameter as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.mean_diameter"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon surface as the hub measures it in µm²: from..to, either end may be open */
                        "morphometry.axon.surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon volume as the hub measures it in µm³: from..to, either end may be open */
                        "morphometry.axon.volume"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon stems as the hub measures it: from..to, either end may be open */
                        "morphometry.axon.stems"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon bifurcations as the hub measures it: from..to, either end may be open */
                        "morphometry.axon.bifurcations"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon branches as the hub measures it: from..to, either end may be open */
                        "morphometry.axon.branches"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon tips as the hub measures it: from..to, either end may be open */
                        "morphometry.axon.tips"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon branch order as the hub measures it: from..to, either end may be open */
                        "morphometry.axon.max_branch_order"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon partition asymmetry as the hub measures it: from..to, either end may be open */
                        "morphometry.axon.partition_asymmetry"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite length as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.length"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite largest straight distance as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.max_euclidean_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite longest path as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.max_path_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite width as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.width"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite height as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.height"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite depth as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.depth"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite mean diameter as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.mean_diameter"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite surface as the hub measures it in µm²: from..to, either end may be open */
                        "morphometry.basal_dendrite.surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite volume as the hub measures it in µm³: from..to, either end may be open */
                        "morphometry.basal_dendrite.volume"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite stems as the hub measures it: from..to, either end may be open */
                        "morphometry.basal_dendrite.stems"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite bifurcations as the hub measures it: from..to, either end may be open */
                        "morphometry.basal_dendrite.bifurcations"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite branches as the hub measures it: from..to, either end may be open */
                        "morphometry.basal_dendrite.branches"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite tips as the hub measures it: from..to, either end may be open */
                        "morphometry.basal_dendrite.tips"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite branch order as the hub measures it: from..to, either end may be open */
                        "morphometry.basal_dendrite.max_branch_order"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite partition asymmetry as the hub measures it: from..to, either end may be open */
                        "morphometry.basal_dendrite.partition_asymmetry"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite length as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.length"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite largest straight distance as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.max_euclidean_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite longest path as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.max_path_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite width as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.width"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite height as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.height"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite depth as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.depth"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite mean diameter as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.mean_diameter"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite surface as the hub measures it in µm²: from..to, either end may be open */
                        "morphometry.apical_dendrite.surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite volume as the hub measures it in µm³: from..to, either end may be open */
                        "morphometry.apical_dendrite.volume"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite stems as the hub measures it: from..to, either end may be open */
                        "morphometry.apical_dendrite.stems"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite bifurcations as the hub measures it: from..to, either end may be open */
                        "morphometry.apical_dendrite.bifurcations"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite branches as the hub measures it: from..to, either end may be open */
                        "morphometry.apical_dendrite.branches"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite tips as the hub measures it: from..to, either end may be open */
                        "morphometry.apical_dendrite.tips"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite branch order as the hub measures it: from..to, either end may be open */
                        "morphometry.apical_dendrite.max_branch_order"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite partition asymmetry as the hub measures it: from..to, either end may be open */
                        "morphometry.apical_dendrite.partition_asymmetry"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites length as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.length"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites largest straight distance as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.max_euclidean_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites longest path as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.max_path_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites width as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.width"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites height as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.height"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites depth as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.depth"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites mean diameter as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.mean_diameter"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites surface as the hub measures it in µm²: from..to, either end may be open */
                        "morphometry.dendrites.surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites volume as the hub measures it in µm³: from..to, either end may be open */
                        "morphometry.dendrites.volume"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites stems as the hub measures it: from..to, either end may be open */
                        "morphometry.dendrites.stems"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites bifurcations as the hub measures it: from..to, either end may be open */
                        "morphometry.dendrites.bifurcations"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites branches as the hub measures it: from..to, either end may be open */
                        "morphometry.dendrites.branches"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites tips as the hub measures it: from..to, either end may be open */
                        "morphometry.dendrites.tips"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites branch order as the hub measures it: from..to, either end may be open */
                        "morphometry.dendrites.max_branch_order"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites partition asymmetry as the hub measures it: from..to, either end may be open */
                        "morphometry.dendrites.partition_asymmetry"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description length as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.length"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description largest straight distance as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.max_euclidean_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description longest path as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.max_path_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description width as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.width"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description height as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.height"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description depth as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.depth"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description mean diameter as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.mean_diameter"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description surface as its source publishes it in µm²: from..to, either end may be open */
                        "source_morphometry.surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description soma surface as its source publishes it in µm²: from..to, either end may be open */
                        "source_morphometry.soma_surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description volume as its source publishes it in µm³: from..to, either end may be open */
                        "source_morphometry.volume"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description stems as its source publishes it: from..to, either end may be open */
                        "source_morphometry.stems"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description bifurcations as its source publishes it: from..to, either end may be open */
                        "source_morphometry.bifurcations"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description branches as its source publishes it: from..to, either end may be open */
                        "source_morphometry.branches"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description branch order as its source publishes it: from..to, either end may be open */
                        "source_morphometry.max_branch_order"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description partition asymmetry as its source publishes it: from..to, either end may be open */
                        "source_morphometry.partition_asymmetry"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description contraction as its source publishes it: from..to, either end may be open */
                        "source_morphometry.contraction"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description fragmentation as its source publishes it: from..to, either end may be open */
                        "source_morphometry.fragmentation"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description Rall's ratio as its source publishes it: from..to, either end may be open */
                        "source_morphometry.pk_classic"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description local bifurcation angle as its source publishes it in °: from..to, either end may be open */
                        "source_morphometry.bif_ampl_local"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description remote bifurcation angle as its source publishes it in °: from..to, either end may be open */
                        "source_morphometry.bif_ampl_remote"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description fractal dimension as its source publishes it: from..to, either end may be open */
                        "source_morphometry.fractal_dimension"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        concept?: string | string[] | boolean | null;
                    } | null;
                    facets?: string | string[] | null;
                    literal?: boolean | null;
                    explain?: boolean | null;
                    sort?: components["schemas"]["Order"] | null;
                };
            };
        };
        responses: {
            /** @description found */
            200: {
                headers: {
                    /** @description next, prev and self (RFC 8288) */
                    Link?: string;
                    /** @description what was read */
                    "Hub-Generation"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page"];
                };
            };
            /** @description larger than 5.7 MB: where it is */
            303: {
                headers: {
                    /** @description a presigned link, short-lived */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the release, or the record, is no longer served */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRecords: {
        parameters: {
            query?: {
                /** @description the generation to read */
                release?: string;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example dataset */
                index: "dataset" | "model";
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "ids": [
                 *         "neuromorpho-227",
                 *         "hippocampome-1000",
                 *         "model_db-2796"
                 *       ]
                 *     }
                 */
                "application/json": {
                    ids?: string | string[] | null;
                };
            };
        };
        responses: {
            /** @description found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Records"];
                };
            };
            /** @description larger than 5.7 MB: where it is */
            303: {
                headers: {
                    /** @description a presigned link, short-lived */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the release, or the record, is no longer served */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTypes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example dataset */
                index: "dataset" | "model";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Types"];
                };
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the release, or the record, is no longer served */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFilters: {
        parameters: {
            query?: {
                /** @description with filters that the hub's frontend does not know */
                extended?: boolean;
                /** @description the generation to read */
                release?: string;
            };
            header?: never;
            path: {
                /** @example dataset */
                index: "dataset" | "model";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilterTree"];
                };
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the release, or the record, is no longer served */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTypeFilters: {
        parameters: {
            query?: {
                /** @description with filters that the hub's frontend does not know */
                extended?: boolean;
                /** @description the generation to read */
                release?: string;
            };
            header?: never;
            path: {
                /** @example dataset */
                index: "dataset" | "model";
                /** @example morphology */
                type: "morphology" | "electrophysiology" | "connection" | "single";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilterTree"];
                };
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the release, or the record, is no longer served */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suggest: {
        parameters: {
            query?: {
                /** @example CA1 pyr */
                q?: string;
                data_type?: "morphology" | "electrophysiology" | "connection" | "single";
                size?: number;
            };
            header?: never;
            path: {
                /** @example dataset */
                index: "dataset" | "model";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suggestions"];
                };
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the release, or the record, is no longer served */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMatrix: {
        parameters: {
            query?: {
                /** @example soma_region */
                by?: "soma_region" | "secondary_region" | "layers" | "cell_type" | "name";
                format?: "json" | "csv";
                /** @example pyramidal */
                q?: string;
                "postsynaptic.supertype"?: string[];
                "postsynaptic.synaptic_effect"?: string[];
                "postsynaptic.negative_markers"?: string[];
                "postsynaptic.markers"?: string[];
                "postsynaptic.name"?: string[];
                "postsynaptic.cell_type"?: string[];
                "postsynaptic.soma_region"?: string[];
                "postsynaptic.layers"?: string[];
                "postsynaptic.secondary_region"?: string[];
                "presynaptic.supertype"?: string[];
                "presynaptic.synaptic_effect"?: string[];
                "presynaptic.negative_markers"?: string[];
                "presynaptic.markers"?: string[];
                "presynaptic.name"?: string[];
                "presynaptic.cell_type"?: string[];
                "presynaptic.soma_region"?: string[];
                "presynaptic.layers"?: string[];
                "presynaptic.secondary_region"?: string[];
                /** @description identifier, label or synonym of a concept */
                concept?: string[];
                /** @description take the text as words and nothing else */
                literal?: boolean;
                /** @description the generation to read */
                release?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Matrix"];
                    "text/csv": string;
                };
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the release, or the record, is no longer served */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRecord: {
        parameters: {
            query?: {
                /** @description takes precedence over `Accept` */
                format?: "json" | "html" | "jsonld" | "bibtex" | "ris" | "csl" | "csv";
                /** @description the generation to read */
                release?: string;
            };
            header?: never;
            path: {
                /** @example neuromorpho-227 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description found */
            200: {
                headers: {
                    /** @description the entity tag */
                    ETag?: string;
                    /** @description signposting */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordDetail"];
                    "text/html": string;
                    "application/ld+json": unknown;
                    "application/x-bibtex": string;
                    "application/x-research-info-systems": string;
                    "application/vnd.citationstyles.csl+json": unknown;
                    "text/csv": string;
                };
            };
            /** @description not modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not available in the form that `Accept` asks for; `allowed` lists those that are */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the release, or the record, is no longer served */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFiles: {
        parameters: {
            query?: {
                /** @description the generation to read */
                release?: string;
            };
            header?: never;
            path: {
                /** @example model_db-2796 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Members"];
                };
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the release, or the record, is no longer served */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the file is not what it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFileText: {
        parameters: {
            query?: {
                /** @description the generation to read */
                release?: string;
            };
            header?: never;
            path: {
                /** @example model_db-2796 */
                id: string;
                /** @example m2796/README.txt */
                path: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the release, or the record, is no longer served */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the file is not what it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPreview: {
        parameters: {
            query?: {
                theme?: "auto" | "light" | "dark";
            };
            header?: never;
            path: {
                /** @example neuromorpho-227 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            /** @description the file is being fetched and measured; ask again */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
            /** @description where it is */
            302: {
                headers: {
                    /** @description a presigned link, short-lived */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description not modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the file is not what it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPreviewImage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example neuromorpho-227 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the file is being fetched and measured; ask again */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
            /** @description where it is */
            302: {
                headers: {
                    /** @description a presigned link, short-lived */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the file is not what it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSwc: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example neuromorpho-227 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description the file is being fetched and measured; ask again */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
            /** @description where it is */
            302: {
                headers: {
                    /** @description a presigned link, short-lived */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description not modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the file is not what it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPoints: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example neuromorpho-227 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description the file is being fetched and measured; ask again */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
            /** @description where it is */
            302: {
                headers: {
                    /** @description a presigned link, short-lived */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description not modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the file is not what it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSimilar: {
        parameters: {
            query?: {
                size?: number;
            };
            header?: never;
            path: {
                /** @example neuromorpho-227 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Similar"];
                };
            };
            /** @description the file is being fetched and measured; ask again */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the file is not what it should be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export: {
        parameters: {
            query?: {
                /**
                 * @description takes precedence over `Accept`
                 * @example csv
                 */
                format?: "csv" | "tsv" | "ndjson" | "jsonld" | "bibtex" | "ris" | "csl" | "curl" | "metadata" | "tsv-metadata";
                /** @example Amaral */
                q?: string;
                /** @description identifiers of either index with commas between them */
                ids?: string;
                data_type?: "morphology" | "electrophysiology" | "connection" | "single";
                has_file?: "true" | "false";
                quality_flags?: string[];
                mtype?: string[];
                layers?: string[];
                subregions?: string[];
                reconstruction_software?: string[];
                original_format?: string[];
                protocol?: string[];
                experiment_condition?: string[];
                age_classification?: string[];
                gender?: string[];
                stain?: string[];
                strain?: string[];
                morphologies?: string[];
                structural_domains?: string[];
                physical_integrities?: string[];
                physical_integrity?: string[];
                archive?: string[];
                cell_type?: string[];
                secondary_region?: string[];
                species?: string[];
                supertype?: string[];
                synaptic_effect?: string[];
                negative_markers?: string[];
                markers?: string[];
                etype?: string[];
                dendrite_layers?: string[];
                axon_layers?: string[];
                soma_layers?: string[];
                soma_region?: string[];
                "postsynaptic.supertype"?: string[];
                "postsynaptic.synaptic_effect"?: string[];
                "postsynaptic.negative_markers"?: string[];
                "postsynaptic.markers"?: string[];
                "postsynaptic.name"?: string[];
                "postsynaptic.cell_type"?: string[];
                "postsynaptic.soma_region"?: string[];
                "postsynaptic.layers"?: string[];
                "postsynaptic.secondary_region"?: string[];
                "presynaptic.supertype"?: string[];
                "presynaptic.synaptic_effect"?: string[];
                "presynaptic.negative_markers"?: string[];
                "presynaptic.markers"?: string[];
                "presynaptic.name"?: string[];
                "presynaptic.cell_type"?: string[];
                "presynaptic.soma_region"?: string[];
                "presynaptic.layers"?: string[];
                "presynaptic.secondary_region"?: string[];
                modeling_application?: string[];
                model_types?: string[];
                genes?: string[];
                transmitters?: string[];
                regions?: string[];
                implementers?: string[];
                model_concepts?: string[];
                receptors?: string[];
                channels?: string[];
                cell_types?: string[];
                /** @description youngest age in days: from..to, either end may be open */
                min_age_days?: string;
                /** @description oldest age in days: from..to, either end may be open */
                max_age_days?: string;
                /** @description youngest age in the record's `age_scale`: from..to, either end may be open */
                min_age?: string;
                /** @description oldest age in the record's `age_scale`: from..to, either end may be open */
                max_age?: string;
                /** @description lightest animal in g: from..to, either end may be open */
                min_weight?: string;
                /** @description heaviest animal in g: from..to, either end may be open */
                max_weight?: string;
                /** @description thickness of slices in µm: from..to, either end may be open */
                slicing_thickness?: string;
                /** @description soma surface in µm²: from..to, either end may be open */
                soma_surface?: string;
                /** @description surface in µm²: from..to, either end may be open */
                surface?: string;
                /** @description volume in µm³: from..to, either end may be open */
                volume?: string;
                /** @description length as the hub measures it in µm: from..to, either end may be open */
                "morphometry.length"?: string;
                /** @description largest straight distance as the hub measures it in µm: from..to, either end may be open */
                "morphometry.max_euclidean_distance"?: string;
                /** @description longest path as the hub measures it in µm: from..to, either end may be open */
                "morphometry.max_path_distance"?: string;
                /** @description width as the hub measures it in µm: from..to, either end may be open */
                "morphometry.width"?: string;
                /** @description height as the hub measures it in µm: from..to, either end may be open */
                "morphometry.height"?: string;
                /** @description depth as the hub measures it in µm: from..to, either end may be open */
                "morphometry.depth"?: string;
                /** @description mean diameter as the hub measures it in µm: from..to, either end may be open */
                "morphometry.mean_diameter"?: string;
                /** @description surface as the hub measures it in µm²: from..to, either end may be open */
                "morphometry.surface"?: string;
                /** @description soma surface as the hub measures it in µm²: from..to, either end may be open */
                "morphometry.soma_surface"?: string;
                /** @description volume as the hub measures it in µm³: from..to, either end may be open */
                "morphometry.volume"?: string;
                /** @description stems as the hub measures it: from..to, either end may be open */
                "morphometry.stems"?: string;
                /** @description bifurcations as the hub measures it: from..to, either end may be open */
                "morphometry.bifurcations"?: string;
                /** @description branches as the hub measures it: from..to, either end may be open */
                "morphometry.branches"?: string;
                /** @description tips as the hub measures it: from..to, either end may be open */
                "morphometry.tips"?: string;
                /** @description branch order as the hub measures it: from..to, either end may be open */
                "morphometry.max_branch_order"?: string;
                /** @description partition asymmetry as the hub measures it: from..to, either end may be open */
                "morphometry.partition_asymmetry"?: string;
                /** @description axon length as the hub measures it in µm: from..to, either end may be open */
                "morphometry.axon.length"?: string;
                /** @description axon largest straight distance as the hub measures it in µm: from..to, either end may be open */
                "morphometry.axon.max_euclidean_distance"?: string;
                /** @description axon longest path as the hub measures it in µm: from..to, either end may be open */
                "morphometry.axon.max_path_distance"?: string;
                /** @description axon width as the hub measures it in µm: from..to, either end may be open */
                "morphometry.axon.width"?: string;
                /** @description axon height as the hub measures it in µm: from..to, either end may be open */
                "morphometry.axon.height"?: string;
                /** @description axon depth as the hub measures it in µm: from..to, either end may be open */
                "morphometry.axon.depth"?: string;
                /** @description axon mean diameter as the hub measures it in µm: from..to, either end may be open */
                "morphometry.axon.mean_diameter"?: string;
                /** @description axon surface as the hub measures it in µm²: from..to, either end may be open */
                "morphometry.axon.surface"?: string;
                /** @description axon volume as the hub measures it in µm³: from..to, either end may be open */
                "morphometry.axon.volume"?: string;
                /** @description axon stems as the hub measures it: from..to, either end may be open */
                "morphometry.axon.stems"?: string;
                /** @description axon bifurcations as the hub measures it: from..to, either end may be open */
                "morphometry.axon.bifurcations"?: string;
                /** @description axon branches as the hub measures it: from..to, either end may be open */
                "morphometry.axon.branches"?: string;
                /** @description axon tips as the hub measures it: from..to, either end may be open */
                "morphometry.axon.tips"?: string;
                /** @description axon branch order as the hub measures it: from..to, either end may be open */
                "morphometry.axon.max_branch_order"?: string;
                /** @description axon partition asymmetry as the hub measures it: from..to, either end may be open */
                "morphometry.axon.partition_asymmetry"?: string;
                /** @description basal dendrite length as the hub measures it in µm: from..to, either end may be open */
                "morphometry.basal_dendrite.length"?: string;
                /** @description basal dendrite largest straight distance as the hub measures it in µm: from..to, either end may be open */
                "morphometry.basal_dendrite.max_euclidean_distance"?: string;
                /** @description basal dendrite longest path as the hub measures it in µm: from..to, either end may be open */
                "morphometry.basal_dendrite.max_path_distance"?: string;
                /** @description basal dendrite width as the hub measures it in µm: from..to, either end may be open */
                "morphometry.basal_dendrite.width"?: string;
                /** @description basal dendrite height as the hub measures it in µm: from..to, either end may be open */
                "morphometry.basal_dendrite.height"?: string;
                /** @description basal dendrite depth as the hub measures it in µm: from..to, either end may be open */
                "morphometry.basal_dendrite.depth"?: string;
                /** @description basal dendrite mean diameter as the hub measures it in µm: from..to, either end may be open */
                "morphometry.basal_dendrite.mean_diameter"?: string;
                /** @description basal dendrite surface as the hub measures it in µm²: from..to, either end may be open */
                "morphometry.basal_dendrite.surface"?: string;
                /** @description basal dendrite volume as the hub measures it in µm³: from..to, either end may be open */
                "morphometry.basal_dendrite.volume"?: string;
                /** @description basal dendrite stems as the hub measures it: from..to, either end may be open */
                "morphometry.basal_dendrite.stems"?: string;
                /** @description basal dendrite bifurcations as the hub measures it: from..to, either end may be open */
                "morphometry.basal_dendrite.bifurcations"?: string;
                /** @description basal dendrite branches as the hub measures it: from..to, either end may be open */
                "morphometry.basal_dendrite.branches"?: string;
                /** @description basal dendrite tips as the hub measures it: from..to, either end may be open */
                "morphometry.basal_dendrite.tips"?: string;
                /** @description basal dendrite branch order as the hub measures it: from..to, either end may be open */
                "morphometry.basal_dendrite.max_branch_order"?: string;
                /** @description basal dendrite partition asymmetry as the hub measures it: from..to, either end may be open */
                "morphometry.basal_dendrite.partition_asymmetry"?: string;
                /** @description apical dendrite length as the hub measures it in µm: from..to, either end may be open */
                "morphometry.apical_dendrite.length"?: string;
                /** @description apical dendrite largest straight distance as the hub measures it in µm: from..to, either end may be open */
                "morphometry.apical_dendrite.max_euclidean_distance"?: string;
                /** @description apical dendrite longest path as the hub measures it in µm: from..to, either end may be open */
                "morphometry.apical_dendrite.max_path_distance"?: string;
                /** @description apical dendrite width as the hub measures it in µm: from..to, either end may be open */
                "morphometry.apical_dendrite.width"?: string;
                /** @description apical dendrite height as the hub measures it in µm: from..to, either end may be open */
                "morphometry.apical_dendrite.height"?: string;
                /** @description apical dendrite depth as the hub measures it in µm: from..to, either end may be open */
                "morphometry.apical_dendrite.depth"?: string;
                /** @description apical dendrite mean diameter as the hub measures it in µm: from..to, either end may be open */
                "morphometry.apical_dendrite.mean_diameter"?: string;
                /** @description apical dendrite surface as the hub measures it in µm²: from..to, either end may be open */
                "morphometry.apical_dendrite.surface"?: string;
                /** @description apical dendrite volume as the hub measures it in µm³: from..to, either end may be open */
                "morphometry.apical_dendrite.volume"?: string;
                /** @description apical dendrite stems as the hub measures it: from..to, either end may be open */
                "morphometry.apical_dendrite.stems"?: string;
                /** @description apical dendrite bifurcations as the hub measures it: from..to, either end may be open */
                "morphometry.apical_dendrite.bifurcations"?: string;
                /** @description apical dendrite branches as the hub measures it: from..to, either end may be open */
                "morphometry.apical_dendrite.branches"?: string;
                /** @description apical dendrite tips as the hub measures it: from..to, either end may be open */
                "morphometry.apical_dendrite.tips"?: string;
                /** @description apical dendrite branch order as the hub measures it: from..to, either end may be open */
                "morphometry.apical_dendrite.max_branch_order"?: string;
                /** @description apical dendrite partition asymmetry as the hub measures it: from..to, either end may be open */
                "morphometry.apical_dendrite.partition_asymmetry"?: string;
                /** @description dendrites length as the hub measures it in µm: from..to, either end may be open */
                "morphometry.dendrites.length"?: string;
                /** @description dendrites largest straight distance as the hub measures it in µm: from..to, either end may be open */
                "morphometry.dendrites.max_euclidean_distance"?: string;
                /** @description dendrites longest path as the hub measures it in µm: from..to, either end may be open */
                "morphometry.dendrites.max_path_distance"?: string;
                /** @description dendrites width as the hub measures it in µm: from..to, either end may be open */
                "morphometry.dendrites.width"?: string;
                /** @description dendrites height as the hub measures it in µm: from..to, either end may be open */
                "morphometry.dendrites.height"?: string;
                /** @description dendrites depth as the hub measures it in µm: from..to, either end may be open */
                "morphometry.dendrites.depth"?: string;
                /** @description dendrites mean diameter as the hub measures it in µm: from..to, either end may be open */
                "morphometry.dendrites.mean_diameter"?: string;
                /** @description dendrites surface as the hub measures it in µm²: from..to, either end may be open */
                "morphometry.dendrites.surface"?: string;
                /** @description dendrites volume as the hub measures it in µm³: from..to, either end may be open */
                "morphometry.dendrites.volume"?: string;
                /** @description dendrites stems as the hub measures it: from..to, either end may be open */
                "morphometry.dendrites.stems"?: string;
                /** @description dendrites bifurcations as the hub measures it: from..to, either end may be open */
                "morphometry.dendrites.bifurcations"?: string;
                /** @description dendrites branches as the hub measures it: from..to, either end may be open */
                "morphometry.dendrites.branches"?: string;
                /** @description dendrites tips as the hub measures it: from..to, either end may be open */
                "morphometry.dendrites.tips"?: string;
                /** @description dendrites branch order as the hub measures it: from..to, either end may be open */
                "morphometry.dendrites.max_branch_order"?: string;
                /** @description dendrites partition asymmetry as the hub measures it: from..to, either end may be open */
                "morphometry.dendrites.partition_asymmetry"?: string;
                /** @description length as its source publishes it in µm: from..to, either end may be open */
                "source_morphometry.length"?: string;
                /** @description largest straight distance as its source publishes it in µm: from..to, either end may be open */
                "source_morphometry.max_euclidean_distance"?: string;
                /** @description longest path as its source publishes it in µm: from..to, either end may be open */
                "source_morphometry.max_path_distance"?: string;
                /** @description width as its source publishes it in µm: from..to, either end may be open */
                "source_morphometry.width"?: string;
                /** @description height as its source publishes it in µm: from..to, either end may be open */
                "source_morphometry.height"?: string;
                /** @description depth as its source publishes it in µm: from..to, either end may be open */
                "source_morphometry.depth"?: string;
                /** @description mean diameter as its source publishes it in µm: from..to, either end may be open */
                "source_morphometry.mean_diameter"?: string;
                /** @description surface as its source publishes it in µm²: from..to, either end may be open */
                "source_morphometry.surface"?: string;
                /** @description soma surface as its source publishes it in µm²: from..to, either end may be open */
                "source_morphometry.soma_surface"?: string;
                /** @description volume as its source publishes it in µm³: from..to, either end may be open */
                "source_morphometry.volume"?: string;
                /** @description stems as its source publishes it: from..to, either end may be open */
                "source_morphometry.stems"?: string;
                /** @description bifurcations as its source publishes it: from..to, either end may be open */
                "source_morphometry.bifurcations"?: string;
                /** @description branches as its source publishes it: from..to, either end may be open */
                "source_morphometry.branches"?: string;
                /** @description branch order as its source publishes it: from..to, either end may be open */
                "source_morphometry.max_branch_order"?: string;
                /** @description partition asymmetry as its source publishes it: from..to, either end may be open */
                "source_morphometry.partition_asymmetry"?: string;
                /** @description contraction as its source publishes it: from..to, either end may be open */
                "source_morphometry.contraction"?: string;
                /** @description fragmentation as its source publishes it: from..to, either end may be open */
                "source_morphometry.fragmentation"?: string;
                /** @description Rall's ratio as its source publishes it: from..to, either end may be open */
                "source_morphometry.pk_classic"?: string;
                /** @description local bifurcation angle as its source publishes it in °: from..to, either end may be open */
                "source_morphometry.bif_ampl_local"?: string;
                /** @description remote bifurcation angle as its source publishes it in °: from..to, either end may be open */
                "source_morphometry.bif_ampl_remote"?: string;
                /** @description fractal dimension as its source publishes it: from..to, either end may be open */
                "source_morphometry.fractal_dimension"?: string;
                /** @description identifier, label or synonym of a concept */
                concept?: string[];
                /** @description take the text as words and nothing else */
                literal?: boolean;
                /** @description the generation to read */
                release?: string;
            };
            header?: never;
            path: {
                /** @example dataset */
                index: "dataset" | "model";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the complete export */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                    "text/tab-separated-values": unknown;
                    "application/x-ndjson": unknown;
                    "application/ld+json": unknown;
                    "application/x-bibtex": unknown;
                    "application/x-research-info-systems": unknown;
                    "application/vnd.citationstyles.csl+json": unknown;
                    "text/plain": unknown;
                    "application/csvm+json": components["schemas"]["TableMetadata"];
                };
            };
            /** @description the export is being made; ask again */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pending"];
                };
            };
            /** @description larger than 5.7 MB: where it is */
            303: {
                headers: {
                    /** @description a presigned link, short-lived */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not available in the form that `Accept` asks for; `allowed` lists those that are */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the release, or the record, is no longer served */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportByBody: {
        parameters: {
            query?: {
                /** @description the generation to read */
                release?: string;
            };
            header?: never;
            path: {
                /** @example dataset */
                index: "dataset" | "model";
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "data_type": "morphology",
                 *       "query": "pyramidal",
                 *       "filters": {
                 *         "species": [
                 *           "rat"
                 *         ]
                 *       },
                 *       "format": "csv"
                 *     }
                 */
                "application/json": {
                    data_type?: ("morphology" | "electrophysiology" | "connection" | "single" | "") | null;
                    query?: string | null;
                    filters?: {
                        has_file?: string | string[] | boolean | null;
                        quality_flags?: string | string[] | boolean | null;
                        mtype?: string | string[] | boolean | null;
                        layers?: string | string[] | boolean | null;
                        subregions?: string | string[] | boolean | null;
                        reconstruction_software?: string | string[] | boolean | null;
                        original_format?: string | string[] | boolean | null;
                        protocol?: string | string[] | boolean | null;
                        experiment_condition?: string | string[] | boolean | null;
                        age_classification?: string | string[] | boolean | null;
                        gender?: string | string[] | boolean | null;
                        stain?: string | string[] | boolean | null;
                        strain?: string | string[] | boolean | null;
                        morphologies?: string | string[] | boolean | null;
                        structural_domains?: string | string[] | boolean | null;
                        physical_integrities?: string | string[] | boolean | null;
                        physical_integrity?: string | string[] | boolean | null;
                        archive?: string | string[] | boolean | null;
                        cell_type?: string | string[] | boolean | null;
                        secondary_region?: string | string[] | boolean | null;
                        species?: string | string[] | boolean | null;
                        supertype?: string | string[] | boolean | null;
                        synaptic_effect?: string | string[] | boolean | null;
                        negative_markers?: string | string[] | boolean | null;
                        markers?: string | string[] | boolean | null;
                        etype?: string | string[] | boolean | null;
                        dendrite_layers?: string | string[] | boolean | null;
                        axon_layers?: string | string[] | boolean | null;
                        soma_layers?: string | string[] | boolean | null;
                        soma_region?: string | string[] | boolean | null;
                        modeling_application?: string | string[] | boolean | null;
                        model_types?: string | string[] | boolean | null;
                        genes?: string | string[] | boolean | null;
                        transmitters?: string | string[] | boolean | null;
                        regions?: string | string[] | boolean | null;
                        implementers?: string | string[] | boolean | null;
                        model_concepts?: string | string[] | boolean | null;
                        receptors?: string | string[] | boolean | null;
                        channels?: string | string[] | boolean | null;
                        cell_types?: string | string[] | boolean | null;
                        presynaptic?: {
                            supertype?: string | string[] | boolean | null;
                            synaptic_effect?: string | string[] | boolean | null;
                            negative_markers?: string | string[] | boolean | null;
                            markers?: string | string[] | boolean | null;
                            name?: string | string[] | boolean | null;
                            cell_type?: string | string[] | boolean | null;
                            soma_region?: string | string[] | boolean | null;
                            layers?: string | string[] | boolean | null;
                            secondary_region?: string | string[] | boolean | null;
                        };
                        postsynaptic?: {
                            supertype?: string | string[] | boolean | null;
                            synaptic_effect?: string | string[] | boolean | null;
                            negative_markers?: string | string[] | boolean | null;
                            markers?: string | string[] | boolean | null;
                            name?: string | string[] | boolean | null;
                            cell_type?: string | string[] | boolean | null;
                            soma_region?: string | string[] | boolean | null;
                            layers?: string | string[] | boolean | null;
                            secondary_region?: string | string[] | boolean | null;
                        };
                        /** @description youngest age in days: from..to, either end may be open */
                        min_age_days?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description oldest age in days: from..to, either end may be open */
                        max_age_days?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description youngest age in the record's `age_scale`: from..to, either end may be open */
                        min_age?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description oldest age in the record's `age_scale`: from..to, either end may be open */
                        max_age?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description lightest animal in g: from..to, either end may be open */
                        min_weight?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description heaviest animal in g: from..to, either end may be open */
                        max_weight?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description thickness of slices in µm: from..to, either end may be open */
                        slicing_thickness?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description soma surface in µm²: from..to, either end may be open */
                        soma_surface?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description surface in µm²: from..to, either end may be open */
                        surface?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description volume in µm³: from..to, either end may be open */
                        volume?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description length as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.length"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description largest straight distance as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.max_euclidean_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description longest path as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.max_path_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description width as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.width"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description height as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.height"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description depth as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.depth"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description mean diameter as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.mean_diameter"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description surface as the hub measures it in µm²: from..to, either end may be open */
                        "morphometry.surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description soma surface as the hub measures it in µm²: from..to, either end may be open */
                        "morphometry.soma_surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description volume as the hub measures it in µm³: from..to, either end may be open */
                        "morphometry.volume"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description stems as the hub measures it: from..to, either end may be open */
                        "morphometry.stems"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description bifurcations as the hub measures it: from..to, either end may be open */
                        "morphometry.bifurcations"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description branches as the hub measures it: from..to, either end may be open */
                        "morphometry.branches"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description tips as the hub measures it: from..to, either end may be open */
                        "morphometry.tips"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description branch order as the hub measures it: from..to, either end may be open */
                        "morphometry.max_branch_order"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description partition asymmetry as the hub measures it: from..to, either end may be open */
                        "morphometry.partition_asymmetry"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon length as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.length"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon largest straight distance as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.max_euclidean_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon longest path as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.max_path_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon width as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.width"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon height as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.height"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon depth as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.depth"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon mean diameter as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.mean_diameter"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon surface as the hub measures it in µm²: from..to, either end may be open */
                        "morphometry.axon.surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon volume as the hub measures it in µm³: from..to, either end may be open */
                        "morphometry.axon.volume"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon stems as the hub measures it: from..to, either end may be open */
                        "morphometry.axon.stems"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon bifurcations as the hub measures it: from..to, either end may be open */
                        "morphometry.axon.bifurcations"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon branches as the hub measures it: from..to, either end may be open */
                        "morphometry.axon.branches"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon tips as the hub measures it: from..to, either end may be open */
                        "morphometry.axon.tips"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon branch order as the hub measures it: from..to, either end may be open */
                        "morphometry.axon.max_branch_order"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon partition asymmetry as the hub measures it: from..to, either end may be open */
                        "morphometry.axon.partition_asymmetry"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite length as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.length"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite largest straight distance as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.max_euclidean_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite longest path as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.max_path_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite width as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.width"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite height as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.height"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite depth as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.depth"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite mean diameter as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.mean_diameter"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite surface as the hub measures it in µm²: from..to, either end may be open */
                        "morphometry.basal_dendrite.surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite volume as the hub measures it in µm³: from..to, either end may be open */
                        "morphometry.basal_dendrite.volume"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite stems as the hub measures it: from..to, either end may be open */
                        "morphometry.basal_dendrite.stems"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite bifurcations as the hub measures it: from..to, either end may be open */
                        "morphometry.basal_dendrite.bifurcations"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite branches as the hub measures it: from..to, either end may be open */
                        "morphometry.basal_dendrite.branches"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite tips as the hub measures it: from..to, either end may be open */
                        "morphometry.basal_dendrite.tips"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite branch order as the hub measures it: from..to, either end may be open */
                        "morphometry.basal_dendrite.max_branch_order"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite partition asymmetry as the hub measures it: from..to, either end may be open */
                        "morphometry.basal_dendrite.partition_asymmetry"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite length as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.length"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite largest straight distance as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.max_euclidean_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite longest path as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.max_path_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite width as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.width"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite height as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.height"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite depth as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.depth"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite mean diameter as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.mean_diameter"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite surface as the hub measures it in µm²: from..to, either end may be open */
                        "morphometry.apical_dendrite.surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite volume as the hub measures it in µm³: from..to, either end may be open */
                        "morphometry.apical_dendrite.volume"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite stems as the hub measures it: from..to, either end may be open */
                        "morphometry.apical_dendrite.stems"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite bifurcations as the hub measures it: from..to, either end may be open */
                        "morphometry.apical_dendrite.bifurcations"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite branches as the hub measures it: from..to, either end may be open */
                        "morphometry.apical_dendrite.branches"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite tips as the hub measures it: from..to, either end may be open */
                        "morphometry.apical_dendrite.tips"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite branch order as the hub measures it: from..to, either end may be open */
                        "morphometry.apical_dendrite.max_branch_order"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite partition asymmetry as the hub measures it: from..to, either end may be open */
                        "morphometry.apical_dendrite.partition_asymmetry"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites length as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.length"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites largest straight distance as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.max_euclidean_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites longest path as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.max_path_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites width as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.width"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites height as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.height"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites depth as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.depth"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites mean diameter as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.mean_diameter"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites surface as the hub measures it in µm²: from..to, either end may be open */
                        "morphometry.dendrites.surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites volume as the hub measures it in µm³: from..to, either end may be open */
                        "morphometry.dendrites.volume"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites stems as the hub measures it: from..to, either end may be open */
                        "morphometry.dendrites.stems"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites bifurcations as the hub measures it: from..to, either end may be open */
                        "morphometry.dendrites.bifurcations"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites branches as the hub measures it: from..to, either end may be open */
                        "morphometry.dendrites.branches"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites tips as the hub measures it: from..to, either end may be open */
                        "morphometry.dendrites.tips"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites branch order as the hub measures it: from..to, either end may be open */
                        "morphometry.dendrites.max_branch_order"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites partition asymmetry as the hub measures it: from..to, either end may be open */
                        "morphometry.dendrites.partition_asymmetry"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description length as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.length"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description largest straight distance as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.max_euclidean_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description longest path as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.max_path_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description width as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.width"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description height as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.height"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description depth as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.depth"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description mean diameter as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.mean_diameter"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description surface as its source publishes it in µm²: from..to, either end may be open */
                        "source_morphometry.surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description soma surface as its source publishes it in µm²: from..to, either end may be open */
                        "source_morphometry.soma_surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description volume as its source publishes it in µm³: from..to, either end may be open */
                        "source_morphometry.volume"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description stems as its source publishes it: from..to, either end may be open */
                        "source_morphometry.stems"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description bifurcations as its source publishes it: from..to, either end may be open */
                        "source_morphometry.bifurcations"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description branches as its source publishes it: from..to, either end may be open */
                        "source_morphometry.branches"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description branch order as its source publishes it: from..to, either end may be open */
                        "source_morphometry.max_branch_order"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description partition asymmetry as its source publishes it: from..to, either end may be open */
                        "source_morphometry.partition_asymmetry"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description contraction as its source publishes it: from..to, either end may be open */
                        "source_morphometry.contraction"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description fragmentation as its source publishes it: from..to, either end may be open */
                        "source_morphometry.fragmentation"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description Rall's ratio as its source publishes it: from..to, either end may be open */
                        "source_morphometry.pk_classic"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description local bifurcation angle as its source publishes it in °: from..to, either end may be open */
                        "source_morphometry.bif_ampl_local"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description remote bifurcation angle as its source publishes it in °: from..to, either end may be open */
                        "source_morphometry.bif_ampl_remote"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description fractal dimension as its source publishes it: from..to, either end may be open */
                        "source_morphometry.fractal_dimension"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        concept?: string | string[] | boolean | null;
                    } | null;
                    literal?: boolean | null;
                    ids?: string | string[] | null;
                    /** @enum {unknown} */
                    format?: "csv" | "tsv" | "ndjson" | "jsonld" | "bibtex" | "ris" | "csl" | "curl" | "metadata" | "tsv-metadata";
                };
            };
        };
        responses: {
            /** @description the complete export */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                    "text/tab-separated-values": unknown;
                    "application/x-ndjson": unknown;
                    "application/ld+json": unknown;
                    "application/x-bibtex": unknown;
                    "application/x-research-info-systems": unknown;
                    "application/vnd.citationstyles.csl+json": unknown;
                    "text/plain": unknown;
                    "application/csvm+json": components["schemas"]["TableMetadata"];
                };
            };
            /** @description the export is being made; ask again */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pending"];
                };
            };
            /** @description larger than 5.7 MB: where it is */
            303: {
                headers: {
                    /** @description a presigned link, short-lived */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not available in the form that `Accept` asks for; `allowed` lists those that are */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the release, or the record, is no longer served */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getExport: {
        parameters: {
            query?: {
                /** @description the generation to read */
                release?: string;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the export is being made; ask again */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pending"];
                };
            };
            /** @description the export */
            302: {
                headers: {
                    /** @description a presigned link, short-lived */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the release, or the record, is no longer served */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    download: {
        parameters: {
            query?: {
                /**
                 * @description identifiers of either index with commas between them
                 * @example neuromorpho-227,hippocampome-1000,model_db-2796
                 */
                ids?: string;
                /** @description the generation to read */
                release?: string;
            };
            header?: never;
            path: {
                /** @example dataset */
                index: "dataset" | "model";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the ZIP is being made; ask again */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pending"];
                };
            };
            /** @description the ZIP */
            302: {
                headers: {
                    /** @description a presigned link, short-lived */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the same after a POST */
            303: {
                headers: {
                    /** @description a presigned link, short-lived */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the release, or the record, is no longer served */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadByBody: {
        parameters: {
            query?: {
                /** @description the generation to read */
                release?: string;
            };
            header?: never;
            path: {
                /** @example dataset */
                index: "dataset" | "model";
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "ids": [
                 *         "neuromorpho-227",
                 *         "hippocampome-1000",
                 *         "model_db-2796"
                 *       ]
                 *     }
                 */
                "application/json": {
                    ids?: string | string[] | null;
                };
            };
        };
        responses: {
            /** @description the ZIP is being made; ask again */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pending"];
                };
            };
            /** @description the ZIP */
            302: {
                headers: {
                    /** @description a presigned link, short-lived */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the same after a POST */
            303: {
                headers: {
                    /** @description a presigned link, short-lived */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the release, or the record, is no longer served */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadFound: {
        parameters: {
            query?: {
                /** @example pyramidal */
                q?: string;
                data_type?: "morphology" | "electrophysiology" | "connection" | "single";
                has_file?: "true" | "false";
                quality_flags?: string[];
                mtype?: string[];
                layers?: string[];
                subregions?: string[];
                reconstruction_software?: string[];
                original_format?: string[];
                protocol?: string[];
                experiment_condition?: string[];
                age_classification?: string[];
                gender?: string[];
                stain?: string[];
                strain?: string[];
                morphologies?: string[];
                structural_domains?: string[];
                physical_integrities?: string[];
                physical_integrity?: string[];
                archive?: string[];
                cell_type?: string[];
                secondary_region?: string[];
                species?: string[];
                supertype?: string[];
                synaptic_effect?: string[];
                negative_markers?: string[];
                markers?: string[];
                etype?: string[];
                dendrite_layers?: string[];
                axon_layers?: string[];
                soma_layers?: string[];
                soma_region?: string[];
                "postsynaptic.supertype"?: string[];
                "postsynaptic.synaptic_effect"?: string[];
                "postsynaptic.negative_markers"?: string[];
                "postsynaptic.markers"?: string[];
                "postsynaptic.name"?: string[];
                "postsynaptic.cell_type"?: string[];
                "postsynaptic.soma_region"?: string[];
                "postsynaptic.layers"?: string[];
                "postsynaptic.secondary_region"?: string[];
                "presynaptic.supertype"?: string[];
                "presynaptic.synaptic_effect"?: string[];
                "presynaptic.negative_markers"?: string[];
                "presynaptic.markers"?: string[];
                "presynaptic.name"?: string[];
                "presynaptic.cell_type"?: string[];
                "presynaptic.soma_region"?: string[];
                "presynaptic.layers"?: string[];
                "presynaptic.secondary_region"?: string[];
                modeling_application?: string[];
                model_types?: string[];
                genes?: string[];
                transmitters?: string[];
                regions?: string[];
                implementers?: string[];
                model_concepts?: string[];
                receptors?: string[];
                channels?: string[];
                cell_types?: string[];
                /** @description youngest age in days: from..to, either end may be open */
                min_age_days?: string;
                /** @description oldest age in days: from..to, either end may be open */
                max_age_days?: string;
                /** @description youngest age in the record's `age_scale`: from..to, either end may be open */
                min_age?: string;
                /** @description oldest age in the record's `age_scale`: from..to, either end may be open */
                max_age?: string;
                /** @description lightest animal in g: from..to, either end may be open */
                min_weight?: string;
                /** @description heaviest animal in g: from..to, either end may be open */
                max_weight?: string;
                /** @description thickness of slices in µm: from..to, either end may be open */
                slicing_thickness?: string;
                /** @description soma surface in µm²: from..to, either end may be open */
                soma_surface?: string;
                /** @description surface in µm²: from..to, either end may be open */
                surface?: string;
                /** @description volume in µm³: from..to, either end may be open */
                volume?: string;
                /** @description length as the hub measures it in µm: from..to, either end may be open */
                "morphometry.length"?: string;
                /** @description largest straight distance as the hub measures it in µm: from..to, either end may be open */
                "morphometry.max_euclidean_distance"?: string;
                /** @description longest path as the hub measures it in µm: from..to, either end may be open */
                "morphometry.max_path_distance"?: string;
                /** @description width as the hub measures it in µm: from..to, either end may be open */
                "morphometry.width"?: string;
                /** @description height as the hub measures it in µm: from..to, either end may be open */
                "morphometry.height"?: string;
                /** @description depth as the hub measures it in µm: from..to, either end may be open */
                "morphometry.depth"?: string;
                /** @description mean diameter as the hub measures it in µm: from..to, either end may be open */
                "morphometry.mean_diameter"?: string;
                /** @description surface as the hub measures it in µm²: from..to, either end may be open */
                "morphometry.surface"?: string;
                /** @description soma surface as the hub measures it in µm²: from..to, either end may be open */
                "morphometry.soma_surface"?: string;
                /** @description volume as the hub measures it in µm³: from..to, either end may be open */
                "morphometry.volume"?: string;
                /** @description stems as the hub measures it: from..to, either end may be open */
                "morphometry.stems"?: string;
                /** @description bifurcations as the hub measures it: from..to, either end may be open */
                "morphometry.bifurcations"?: string;
                /** @description branches as the hub measures it: from..to, either end may be open */
                "morphometry.branches"?: string;
                /** @description tips as the hub measures it: from..to, either end may be open */
                "morphometry.tips"?: string;
                /** @description branch order as the hub measures it: from..to, either end may be open */
                "morphometry.max_branch_order"?: string;
                /** @description partition asymmetry as the hub measures it: from..to, either end may be open */
                "morphometry.partition_asymmetry"?: string;
                /** @description axon length as the hub measures it in µm: from..to, either end may be open */
                "morphometry.axon.length"?: string;
                /** @description axon largest straight distance as the hub measures it in µm: from..to, either end may be open */
                "morphometry.axon.max_euclidean_distance"?: string;
                /** @description axon longest path as the hub measures it in µm: from..to, either end may be open */
                "morphometry.axon.max_path_distance"?: string;
                /** @description axon width as the hub measures it in µm: from..to, either end may be open */
                "morphometry.axon.width"?: string;
                /** @description axon height as the hub measures it in µm: from..to, either end may be open */
                "morphometry.axon.height"?: string;
                /** @description axon depth as the hub measures it in µm: from..to, either end may be open */
                "morphometry.axon.depth"?: string;
                /** @description axon mean diameter as the hub measures it in µm: from..to, either end may be open */
                "morphometry.axon.mean_diameter"?: string;
                /** @description axon surface as the hub measures it in µm²: from..to, either end may be open */
                "morphometry.axon.surface"?: string;
                /** @description axon volume as the hub measures it in µm³: from..to, either end may be open */
                "morphometry.axon.volume"?: string;
                /** @description axon stems as the hub measures it: from..to, either end may be open */
                "morphometry.axon.stems"?: string;
                /** @description axon bifurcations as the hub measures it: from..to, either end may be open */
                "morphometry.axon.bifurcations"?: string;
                /** @description axon branches as the hub measures it: from..to, either end may be open */
                "morphometry.axon.branches"?: string;
                /** @description axon tips as the hub measures it: from..to, either end may be open */
                "morphometry.axon.tips"?: string;
                /** @description axon branch order as the hub measures it: from..to, either end may be open */
                "morphometry.axon.max_branch_order"?: string;
                /** @description axon partition asymmetry as the hub measures it: from..to, either end may be open */
                "morphometry.axon.partition_asymmetry"?: string;
                /** @description basal dendrite length as the hub measures it in µm: from..to, either end may be open */
                "morphometry.basal_dendrite.length"?: string;
                /** @description basal dendrite largest straight distance as the hub measures it in µm: from..to, either end may be open */
                "morphometry.basal_dendrite.max_euclidean_distance"?: string;
                /** @description basal dendrite longest path as the hub measures it in µm: from..to, either end may be open */
                "morphometry.basal_dendrite.max_path_distance"?: string;
                /** @description basal dendrite width as the hub measures it in µm: from..to, either end may be open */
                "morphometry.basal_dendrite.width"?: string;
                /** @description basal dendrite height as the hub measures it in µm: from..to, either end may be open */
                "morphometry.basal_dendrite.height"?: string;
                /** @description basal dendrite depth as the hub measures it in µm: from..to, either end may be open */
                "morphometry.basal_dendrite.depth"?: string;
                /** @description basal dendrite mean diameter as the hub measures it in µm: from..to, either end may be open */
                "morphometry.basal_dendrite.mean_diameter"?: string;
                /** @description basal dendrite surface as the hub measures it in µm²: from..to, either end may be open */
                "morphometry.basal_dendrite.surface"?: string;
                /** @description basal dendrite volume as the hub measures it in µm³: from..to, either end may be open */
                "morphometry.basal_dendrite.volume"?: string;
                /** @description basal dendrite stems as the hub measures it: from..to, either end may be open */
                "morphometry.basal_dendrite.stems"?: string;
                /** @description basal dendrite bifurcations as the hub measures it: from..to, either end may be open */
                "morphometry.basal_dendrite.bifurcations"?: string;
                /** @description basal dendrite branches as the hub measures it: from..to, either end may be open */
                "morphometry.basal_dendrite.branches"?: string;
                /** @description basal dendrite tips as the hub measures it: from..to, either end may be open */
                "morphometry.basal_dendrite.tips"?: string;
                /** @description basal dendrite branch order as the hub measures it: from..to, either end may be open */
                "morphometry.basal_dendrite.max_branch_order"?: string;
                /** @description basal dendrite partition asymmetry as the hub measures it: from..to, either end may be open */
                "morphometry.basal_dendrite.partition_asymmetry"?: string;
                /** @description apical dendrite length as the hub measures it in µm: from..to, either end may be open */
                "morphometry.apical_dendrite.length"?: string;
                /** @description apical dendrite largest straight distance as the hub measures it in µm: from..to, either end may be open */
                "morphometry.apical_dendrite.max_euclidean_distance"?: string;
                /** @description apical dendrite longest path as the hub measures it in µm: from..to, either end may be open */
                "morphometry.apical_dendrite.max_path_distance"?: string;
                /** @description apical dendrite width as the hub measures it in µm: from..to, either end may be open */
                "morphometry.apical_dendrite.width"?: string;
                /** @description apical dendrite height as the hub measures it in µm: from..to, either end may be open */
                "morphometry.apical_dendrite.height"?: string;
                /** @description apical dendrite depth as the hub measures it in µm: from..to, either end may be open */
                "morphometry.apical_dendrite.depth"?: string;
                /** @description apical dendrite mean diameter as the hub measures it in µm: from..to, either end may be open */
                "morphometry.apical_dendrite.mean_diameter"?: string;
                /** @description apical dendrite surface as the hub measures it in µm²: from..to, either end may be open */
                "morphometry.apical_dendrite.surface"?: string;
                /** @description apical dendrite volume as the hub measures it in µm³: from..to, either end may be open */
                "morphometry.apical_dendrite.volume"?: string;
                /** @description apical dendrite stems as the hub measures it: from..to, either end may be open */
                "morphometry.apical_dendrite.stems"?: string;
                /** @description apical dendrite bifurcations as the hub measures it: from..to, either end may be open */
                "morphometry.apical_dendrite.bifurcations"?: string;
                /** @description apical dendrite branches as the hub measures it: from..to, either end may be open */
                "morphometry.apical_dendrite.branches"?: string;
                /** @description apical dendrite tips as the hub measures it: from..to, either end may be open */
                "morphometry.apical_dendrite.tips"?: string;
                /** @description apical dendrite branch order as the hub measures it: from..to, either end may be open */
                "morphometry.apical_dendrite.max_branch_order"?: string;
                /** @description apical dendrite partition asymmetry as the hub measures it: from..to, either end may be open */
                "morphometry.apical_dendrite.partition_asymmetry"?: string;
                /** @description dendrites length as the hub measures it in µm: from..to, either end may be open */
                "morphometry.dendrites.length"?: string;
                /** @description dendrites largest straight distance as the hub measures it in µm: from..to, either end may be open */
                "morphometry.dendrites.max_euclidean_distance"?: string;
                /** @description dendrites longest path as the hub measures it in µm: from..to, either end may be open */
                "morphometry.dendrites.max_path_distance"?: string;
                /** @description dendrites width as the hub measures it in µm: from..to, either end may be open */
                "morphometry.dendrites.width"?: string;
                /** @description dendrites height as the hub measures it in µm: from..to, either end may be open */
                "morphometry.dendrites.height"?: string;
                /** @description dendrites depth as the hub measures it in µm: from..to, either end may be open */
                "morphometry.dendrites.depth"?: string;
                /** @description dendrites mean diameter as the hub measures it in µm: from..to, either end may be open */
                "morphometry.dendrites.mean_diameter"?: string;
                /** @description dendrites surface as the hub measures it in µm²: from..to, either end may be open */
                "morphometry.dendrites.surface"?: string;
                /** @description dendrites volume as the hub measures it in µm³: from..to, either end may be open */
                "morphometry.dendrites.volume"?: string;
                /** @description dendrites stems as the hub measures it: from..to, either end may be open */
                "morphometry.dendrites.stems"?: string;
                /** @description dendrites bifurcations as the hub measures it: from..to, either end may be open */
                "morphometry.dendrites.bifurcations"?: string;
                /** @description dendrites branches as the hub measures it: from..to, either end may be open */
                "morphometry.dendrites.branches"?: string;
                /** @description dendrites tips as the hub measures it: from..to, either end may be open */
                "morphometry.dendrites.tips"?: string;
                /** @description dendrites branch order as the hub measures it: from..to, either end may be open */
                "morphometry.dendrites.max_branch_order"?: string;
                /** @description dendrites partition asymmetry as the hub measures it: from..to, either end may be open */
                "morphometry.dendrites.partition_asymmetry"?: string;
                /** @description length as its source publishes it in µm: from..to, either end may be open */
                "source_morphometry.length"?: string;
                /** @description largest straight distance as its source publishes it in µm: from..to, either end may be open */
                "source_morphometry.max_euclidean_distance"?: string;
                /** @description longest path as its source publishes it in µm: from..to, either end may be open */
                "source_morphometry.max_path_distance"?: string;
                /** @description width as its source publishes it in µm: from..to, either end may be open */
                "source_morphometry.width"?: string;
                /** @description height as its source publishes it in µm: from..to, either end may be open */
                "source_morphometry.height"?: string;
                /** @description depth as its source publishes it in µm: from..to, either end may be open */
                "source_morphometry.depth"?: string;
                /** @description mean diameter as its source publishes it in µm: from..to, either end may be open */
                "source_morphometry.mean_diameter"?: string;
                /** @description surface as its source publishes it in µm²: from..to, either end may be open */
                "source_morphometry.surface"?: string;
                /** @description soma surface as its source publishes it in µm²: from..to, either end may be open */
                "source_morphometry.soma_surface"?: string;
                /** @description volume as its source publishes it in µm³: from..to, either end may be open */
                "source_morphometry.volume"?: string;
                /** @description stems as its source publishes it: from..to, either end may be open */
                "source_morphometry.stems"?: string;
                /** @description bifurcations as its source publishes it: from..to, either end may be open */
                "source_morphometry.bifurcations"?: string;
                /** @description branches as its source publishes it: from..to, either end may be open */
                "source_morphometry.branches"?: string;
                /** @description branch order as its source publishes it: from..to, either end may be open */
                "source_morphometry.max_branch_order"?: string;
                /** @description partition asymmetry as its source publishes it: from..to, either end may be open */
                "source_morphometry.partition_asymmetry"?: string;
                /** @description contraction as its source publishes it: from..to, either end may be open */
                "source_morphometry.contraction"?: string;
                /** @description fragmentation as its source publishes it: from..to, either end may be open */
                "source_morphometry.fragmentation"?: string;
                /** @description Rall's ratio as its source publishes it: from..to, either end may be open */
                "source_morphometry.pk_classic"?: string;
                /** @description local bifurcation angle as its source publishes it in °: from..to, either end may be open */
                "source_morphometry.bif_ampl_local"?: string;
                /** @description remote bifurcation angle as its source publishes it in °: from..to, either end may be open */
                "source_morphometry.bif_ampl_remote"?: string;
                /** @description fractal dimension as its source publishes it: from..to, either end may be open */
                "source_morphometry.fractal_dimension"?: string;
                /** @description identifier, label or synonym of a concept */
                concept?: string[];
                /** @description take the text as words and nothing else */
                literal?: boolean;
                /** @description the generation to read */
                release?: string;
            };
            header?: never;
            path: {
                /** @example dataset */
                index: "dataset" | "model";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the ZIP is being made; ask again */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pending"];
                };
            };
            /** @description the ZIP */
            302: {
                headers: {
                    /** @description a presigned link, short-lived */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the same after a POST */
            303: {
                headers: {
                    /** @description a presigned link, short-lived */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the release, or the record, is no longer served */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadFoundByBody: {
        parameters: {
            query?: {
                /** @description the generation to read */
                release?: string;
            };
            header?: never;
            path: {
                /** @example dataset */
                index: "dataset" | "model";
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "data_type": "morphology",
                 *       "query": "pyramidal",
                 *       "filters": {
                 *         "species": [
                 *           "rat"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    data_type?: ("morphology" | "electrophysiology" | "connection" | "single" | "") | null;
                    query?: string | null;
                    filters?: {
                        has_file?: string | string[] | boolean | null;
                        quality_flags?: string | string[] | boolean | null;
                        mtype?: string | string[] | boolean | null;
                        layers?: string | string[] | boolean | null;
                        subregions?: string | string[] | boolean | null;
                        reconstruction_software?: string | string[] | boolean | null;
                        original_format?: string | string[] | boolean | null;
                        protocol?: string | string[] | boolean | null;
                        experiment_condition?: string | string[] | boolean | null;
                        age_classification?: string | string[] | boolean | null;
                        gender?: string | string[] | boolean | null;
                        stain?: string | string[] | boolean | null;
                        strain?: string | string[] | boolean | null;
                        morphologies?: string | string[] | boolean | null;
                        structural_domains?: string | string[] | boolean | null;
                        physical_integrities?: string | string[] | boolean | null;
                        physical_integrity?: string | string[] | boolean | null;
                        archive?: string | string[] | boolean | null;
                        cell_type?: string | string[] | boolean | null;
                        secondary_region?: string | string[] | boolean | null;
                        species?: string | string[] | boolean | null;
                        supertype?: string | string[] | boolean | null;
                        synaptic_effect?: string | string[] | boolean | null;
                        negative_markers?: string | string[] | boolean | null;
                        markers?: string | string[] | boolean | null;
                        etype?: string | string[] | boolean | null;
                        dendrite_layers?: string | string[] | boolean | null;
                        axon_layers?: string | string[] | boolean | null;
                        soma_layers?: string | string[] | boolean | null;
                        soma_region?: string | string[] | boolean | null;
                        modeling_application?: string | string[] | boolean | null;
                        model_types?: string | string[] | boolean | null;
                        genes?: string | string[] | boolean | null;
                        transmitters?: string | string[] | boolean | null;
                        regions?: string | string[] | boolean | null;
                        implementers?: string | string[] | boolean | null;
                        model_concepts?: string | string[] | boolean | null;
                        receptors?: string | string[] | boolean | null;
                        channels?: string | string[] | boolean | null;
                        cell_types?: string | string[] | boolean | null;
                        presynaptic?: {
                            supertype?: string | string[] | boolean | null;
                            synaptic_effect?: string | string[] | boolean | null;
                            negative_markers?: string | string[] | boolean | null;
                            markers?: string | string[] | boolean | null;
                            name?: string | string[] | boolean | null;
                            cell_type?: string | string[] | boolean | null;
                            soma_region?: string | string[] | boolean | null;
                            layers?: string | string[] | boolean | null;
                            secondary_region?: string | string[] | boolean | null;
                        };
                        postsynaptic?: {
                            supertype?: string | string[] | boolean | null;
                            synaptic_effect?: string | string[] | boolean | null;
                            negative_markers?: string | string[] | boolean | null;
                            markers?: string | string[] | boolean | null;
                            name?: string | string[] | boolean | null;
                            cell_type?: string | string[] | boolean | null;
                            soma_region?: string | string[] | boolean | null;
                            layers?: string | string[] | boolean | null;
                            secondary_region?: string | string[] | boolean | null;
                        };
                        /** @description youngest age in days: from..to, either end may be open */
                        min_age_days?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description oldest age in days: from..to, either end may be open */
                        max_age_days?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description youngest age in the record's `age_scale`: from..to, either end may be open */
                        min_age?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description oldest age in the record's `age_scale`: from..to, either end may be open */
                        max_age?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description lightest animal in g: from..to, either end may be open */
                        min_weight?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description heaviest animal in g: from..to, either end may be open */
                        max_weight?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description thickness of slices in µm: from..to, either end may be open */
                        slicing_thickness?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description soma surface in µm²: from..to, either end may be open */
                        soma_surface?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description surface in µm²: from..to, either end may be open */
                        surface?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description volume in µm³: from..to, either end may be open */
                        volume?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description length as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.length"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description largest straight distance as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.max_euclidean_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description longest path as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.max_path_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description width as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.width"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description height as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.height"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description depth as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.depth"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description mean diameter as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.mean_diameter"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description surface as the hub measures it in µm²: from..to, either end may be open */
                        "morphometry.surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description soma surface as the hub measures it in µm²: from..to, either end may be open */
                        "morphometry.soma_surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description volume as the hub measures it in µm³: from..to, either end may be open */
                        "morphometry.volume"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description stems as the hub measures it: from..to, either end may be open */
                        "morphometry.stems"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description bifurcations as the hub measures it: from..to, either end may be open */
                        "morphometry.bifurcations"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description branches as the hub measures it: from..to, either end may be open */
                        "morphometry.branches"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description tips as the hub measures it: from..to, either end may be open */
                        "morphometry.tips"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description branch order as the hub measures it: from..to, either end may be open */
                        "morphometry.max_branch_order"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description partition asymmetry as the hub measures it: from..to, either end may be open */
                        "morphometry.partition_asymmetry"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon length as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.length"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon largest straight distance as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.max_euclidean_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon longest path as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.max_path_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon width as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.width"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon height as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.height"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon depth as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.depth"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon mean diameter as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.axon.mean_diameter"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon surface as the hub measures it in µm²: from..to, either end may be open */
                        "morphometry.axon.surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon volume as the hub measures it in µm³: from..to, either end may be open */
                        "morphometry.axon.volume"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon stems as the hub measures it: from..to, either end may be open */
                        "morphometry.axon.stems"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon bifurcations as the hub measures it: from..to, either end may be open */
                        "morphometry.axon.bifurcations"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon branches as the hub measures it: from..to, either end may be open */
                        "morphometry.axon.branches"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon tips as the hub measures it: from..to, either end may be open */
                        "morphometry.axon.tips"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon branch order as the hub measures it: from..to, either end may be open */
                        "morphometry.axon.max_branch_order"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description axon partition asymmetry as the hub measures it: from..to, either end may be open */
                        "morphometry.axon.partition_asymmetry"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite length as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.length"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite largest straight distance as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.max_euclidean_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite longest path as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.max_path_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite width as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.width"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite height as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.height"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite depth as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.depth"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite mean diameter as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.basal_dendrite.mean_diameter"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite surface as the hub measures it in µm²: from..to, either end may be open */
                        "morphometry.basal_dendrite.surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite volume as the hub measures it in µm³: from..to, either end may be open */
                        "morphometry.basal_dendrite.volume"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite stems as the hub measures it: from..to, either end may be open */
                        "morphometry.basal_dendrite.stems"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite bifurcations as the hub measures it: from..to, either end may be open */
                        "morphometry.basal_dendrite.bifurcations"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite branches as the hub measures it: from..to, either end may be open */
                        "morphometry.basal_dendrite.branches"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite tips as the hub measures it: from..to, either end may be open */
                        "morphometry.basal_dendrite.tips"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite branch order as the hub measures it: from..to, either end may be open */
                        "morphometry.basal_dendrite.max_branch_order"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description basal dendrite partition asymmetry as the hub measures it: from..to, either end may be open */
                        "morphometry.basal_dendrite.partition_asymmetry"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite length as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.length"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite largest straight distance as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.max_euclidean_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite longest path as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.max_path_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite width as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.width"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite height as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.height"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite depth as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.depth"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite mean diameter as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.apical_dendrite.mean_diameter"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite surface as the hub measures it in µm²: from..to, either end may be open */
                        "morphometry.apical_dendrite.surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite volume as the hub measures it in µm³: from..to, either end may be open */
                        "morphometry.apical_dendrite.volume"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite stems as the hub measures it: from..to, either end may be open */
                        "morphometry.apical_dendrite.stems"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite bifurcations as the hub measures it: from..to, either end may be open */
                        "morphometry.apical_dendrite.bifurcations"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite branches as the hub measures it: from..to, either end may be open */
                        "morphometry.apical_dendrite.branches"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite tips as the hub measures it: from..to, either end may be open */
                        "morphometry.apical_dendrite.tips"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite branch order as the hub measures it: from..to, either end may be open */
                        "morphometry.apical_dendrite.max_branch_order"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description apical dendrite partition asymmetry as the hub measures it: from..to, either end may be open */
                        "morphometry.apical_dendrite.partition_asymmetry"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites length as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.length"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites largest straight distance as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.max_euclidean_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites longest path as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.max_path_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites width as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.width"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites height as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.height"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites depth as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.depth"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites mean diameter as the hub measures it in µm: from..to, either end may be open */
                        "morphometry.dendrites.mean_diameter"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites surface as the hub measures it in µm²: from..to, either end may be open */
                        "morphometry.dendrites.surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites volume as the hub measures it in µm³: from..to, either end may be open */
                        "morphometry.dendrites.volume"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites stems as the hub measures it: from..to, either end may be open */
                        "morphometry.dendrites.stems"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites bifurcations as the hub measures it: from..to, either end may be open */
                        "morphometry.dendrites.bifurcations"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites branches as the hub measures it: from..to, either end may be open */
                        "morphometry.dendrites.branches"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites tips as the hub measures it: from..to, either end may be open */
                        "morphometry.dendrites.tips"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites branch order as the hub measures it: from..to, either end may be open */
                        "morphometry.dendrites.max_branch_order"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description dendrites partition asymmetry as the hub measures it: from..to, either end may be open */
                        "morphometry.dendrites.partition_asymmetry"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description length as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.length"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description largest straight distance as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.max_euclidean_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description longest path as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.max_path_distance"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description width as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.width"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description height as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.height"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description depth as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.depth"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description mean diameter as its source publishes it in µm: from..to, either end may be open */
                        "source_morphometry.mean_diameter"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description surface as its source publishes it in µm²: from..to, either end may be open */
                        "source_morphometry.surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description soma surface as its source publishes it in µm²: from..to, either end may be open */
                        "source_morphometry.soma_surface"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description volume as its source publishes it in µm³: from..to, either end may be open */
                        "source_morphometry.volume"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description stems as its source publishes it: from..to, either end may be open */
                        "source_morphometry.stems"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description bifurcations as its source publishes it: from..to, either end may be open */
                        "source_morphometry.bifurcations"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description branches as its source publishes it: from..to, either end may be open */
                        "source_morphometry.branches"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description branch order as its source publishes it: from..to, either end may be open */
                        "source_morphometry.max_branch_order"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description partition asymmetry as its source publishes it: from..to, either end may be open */
                        "source_morphometry.partition_asymmetry"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description contraction as its source publishes it: from..to, either end may be open */
                        "source_morphometry.contraction"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description fragmentation as its source publishes it: from..to, either end may be open */
                        "source_morphometry.fragmentation"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description Rall's ratio as its source publishes it: from..to, either end may be open */
                        "source_morphometry.pk_classic"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description local bifurcation angle as its source publishes it in °: from..to, either end may be open */
                        "source_morphometry.bif_ampl_local"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description remote bifurcation angle as its source publishes it in °: from..to, either end may be open */
                        "source_morphometry.bif_ampl_remote"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        /** @description fractal dimension as its source publishes it: from..to, either end may be open */
                        "source_morphometry.fractal_dimension"?: string | {
                            from?: number | null;
                            to?: number | null;
                        } | null;
                        concept?: string | string[] | boolean | null;
                    } | null;
                    literal?: boolean | null;
                };
            };
        };
        responses: {
            /** @description the ZIP is being made; ask again */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pending"];
                };
            };
            /** @description the ZIP */
            302: {
                headers: {
                    /** @description a presigned link, short-lived */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the same after a POST */
            303: {
                headers: {
                    /** @description a presigned link, short-lived */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the release, or the record, is no longer served */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadFile: {
        parameters: {
            query?: {
                /** @description the generation to read */
                release?: string;
            };
            header?: never;
            path: {
                /** @example dataset */
                index: "dataset" | "model";
                /** @example neuromorpho-227 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the file */
            302: {
                headers: {
                    /** @description a presigned link, short-lived */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the release, or the record, is no longer served */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the source sent something else */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getArchive: {
        parameters: {
            query?: {
                /** @description the generation to read */
                release?: string;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the ZIP is being made; ask again */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pending"];
                };
            };
            /** @description the ZIP */
            302: {
                headers: {
                    /** @description a presigned link, short-lived */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the same after a POST */
            303: {
                headers: {
                    /** @description a presigned link, short-lived */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the release, or the record, is no longer served */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example neuromorpho-227 */
                id: string;
                /** @example c91662.CNG.swc */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the file */
            302: {
                headers: {
                    /** @description a presigned link, short-lived */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the release, or the record, is no longer served */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the source sent something else */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIcon: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example neuromorpho-227 */
                id: string;
                /** @example picture.png */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/*": unknown;
                };
            };
            /** @description the picture */
            302: {
                headers: {
                    /** @description a presigned link, short-lived */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the release, or the record, is no longer served */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the source sent something else */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        portals: components["schemas"]["Portal"][];
                    };
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortalsByPortal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                portal: "ncbo" | "agroportal" | "sifr" | "biblioportal";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Portal"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOntologies: {
        parameters: {
            query?: {
                display?: string;
                page?: number;
                pagesize?: number;
                format?: "json" | "omtd-share";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the portal's response */
            200: {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/xml": unknown;
                    "application/zip": unknown;
                };
            };
            /** @description the export is in progress; ask again later */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description not JSON, or too large: its address */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the same after a POST */
            303: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "4XX": {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "5XX": {
                headers: {
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOntologiesByAcronym: {
        parameters: {
            query?: {
                display?: string;
                page?: number;
                pagesize?: number;
                format?: "json" | "omtd-share";
            };
            header?: never;
            path: {
                /** @example UBERON */
                acronym: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the portal's response */
            200: {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/xml": unknown;
                    "application/zip": unknown;
                };
            };
            /** @description the export is in progress; ask again later */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description not JSON, or too large: its address */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the same after a POST */
            303: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "4XX": {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "5XX": {
                headers: {
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOntologiesByAcronymByPart: {
        parameters: {
            query?: {
                display?: string;
                page?: number;
                pagesize?: number;
                format?: "json" | "omtd-share";
            };
            header?: never;
            path: {
                /** @example UBERON */
                acronym: string;
                /** @example latest_submission */
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the portal's response */
            200: {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/xml": unknown;
                    "application/zip": unknown;
                };
            };
            /** @description the export is in progress; ask again later */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description not JSON, or too large: its address */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the same after a POST */
            303: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "4XX": {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "5XX": {
                headers: {
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSubmissions: {
        parameters: {
            query?: {
                display?: string;
                page?: number;
                pagesize?: number;
                format?: "json" | "omtd-share";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the portal's response */
            200: {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/xml": unknown;
                    "application/zip": unknown;
                };
            };
            /** @description the export is in progress; ask again later */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description not JSON, or too large: its address */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the same after a POST */
            303: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "4XX": {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "5XX": {
                headers: {
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortalsByPortalOntologies: {
        parameters: {
            query?: {
                display?: string;
                page?: number;
                pagesize?: number;
                format?: "json" | "omtd-share";
            };
            header?: never;
            path: {
                portal: "ncbo" | "agroportal" | "sifr" | "biblioportal";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the portal's response */
            200: {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/xml": unknown;
                    "application/zip": unknown;
                };
            };
            /** @description the export is in progress; ask again later */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description not JSON, or too large: its address */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the same after a POST */
            303: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "4XX": {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "5XX": {
                headers: {
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortalsByPortalOntologiesByAcronym: {
        parameters: {
            query?: {
                display?: string;
                page?: number;
                pagesize?: number;
                format?: "json" | "omtd-share";
            };
            header?: never;
            path: {
                portal: "ncbo" | "agroportal" | "sifr" | "biblioportal";
                /** @example UBERON */
                acronym: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the portal's response */
            200: {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/xml": unknown;
                    "application/zip": unknown;
                };
            };
            /** @description the export is in progress; ask again later */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description not JSON, or too large: its address */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the same after a POST */
            303: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "4XX": {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "5XX": {
                headers: {
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortalsByPortalOntologiesByAcronymByPart: {
        parameters: {
            query?: {
                display?: string;
                page?: number;
                pagesize?: number;
                format?: "json" | "omtd-share";
            };
            header?: never;
            path: {
                portal: "ncbo" | "agroportal" | "sifr" | "biblioportal";
                /** @example UBERON */
                acronym: string;
                /** @example latest_submission */
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the portal's response */
            200: {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/xml": unknown;
                    "application/zip": unknown;
                };
            };
            /** @description the export is in progress; ask again later */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description not JSON, or too large: its address */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the same after a POST */
            303: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "4XX": {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "5XX": {
                headers: {
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortalsByPortalSubmissions: {
        parameters: {
            query?: {
                display?: string;
                page?: number;
                pagesize?: number;
                format?: "json" | "omtd-share";
            };
            header?: never;
            path: {
                portal: "ncbo" | "agroportal" | "sifr" | "biblioportal";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the portal's response */
            200: {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/xml": unknown;
                    "application/zip": unknown;
                };
            };
            /** @description the export is in progress; ask again later */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description not JSON, or too large: its address */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the same after a POST */
            303: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "4XX": {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "5XX": {
                headers: {
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortalsByPortalSearch: {
        parameters: {
            query?: {
                /** @example hippocampus */
                q?: string;
                display?: string;
                page?: number;
                pagesize?: number;
                format?: "json" | "omtd-share";
            };
            header?: never;
            path: {
                portal: "ncbo" | "agroportal" | "sifr" | "biblioportal";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the portal's response */
            200: {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/xml": unknown;
                    "application/zip": unknown;
                };
            };
            /** @description the export is in progress; ask again later */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description not JSON, or too large: its address */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the same after a POST */
            303: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "4XX": {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "5XX": {
                headers: {
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPortalsByPortalSearch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                portal: "ncbo" | "agroportal" | "sifr" | "biblioportal";
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": {
                    [key: string]: unknown;
                };
                "application/json": unknown;
            };
        };
        responses: {
            /** @description the portal's response */
            200: {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/xml": unknown;
                    "application/zip": unknown;
                };
            };
            /** @description the export is in progress; ask again later */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description not JSON, or too large: its address */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the same after a POST */
            303: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "4XX": {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "5XX": {
                headers: {
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortalsByPortalAnnotator: {
        parameters: {
            query?: {
                /** @example CA1 field of hippocampus */
                text?: string;
                display?: string;
                page?: number;
                pagesize?: number;
                format?: "json" | "omtd-share";
            };
            header?: never;
            path: {
                portal: "ncbo" | "agroportal" | "sifr" | "biblioportal";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the portal's response */
            200: {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/xml": unknown;
                    "application/zip": unknown;
                };
            };
            /** @description the export is in progress; ask again later */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description not JSON, or too large: its address */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the same after a POST */
            303: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "4XX": {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "5XX": {
                headers: {
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPortalsByPortalAnnotator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                portal: "ncbo" | "agroportal" | "sifr" | "biblioportal";
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": {
                    [key: string]: unknown;
                };
                "application/json": unknown;
            };
        };
        responses: {
            /** @description the portal's response */
            200: {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/xml": unknown;
                    "application/zip": unknown;
                };
            };
            /** @description the export is in progress; ask again later */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description not JSON, or too large: its address */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the same after a POST */
            303: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "4XX": {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "5XX": {
                headers: {
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortalsByPortalByPath: {
        parameters: {
            query?: {
                display?: string;
                page?: number;
                pagesize?: number;
                format?: "json" | "omtd-share";
            };
            header?: never;
            path: {
                portal: "ncbo" | "agroportal" | "sifr" | "biblioportal";
                /** @example categories */
                path: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the portal's response */
            200: {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/xml": unknown;
                    "application/zip": unknown;
                };
            };
            /** @description the export is in progress; ask again later */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description not JSON, or too large: its address */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the same after a POST */
            303: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "4XX": {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "5XX": {
                headers: {
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPortalsByPortalByPath: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                portal: "ncbo" | "agroportal" | "sifr" | "biblioportal";
                /** @example categories */
                path: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": {
                    [key: string]: unknown;
                };
                "application/json": unknown;
            };
        };
        responses: {
            /** @description the portal's response */
            200: {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/xml": unknown;
                    "application/zip": unknown;
                };
            };
            /** @description the export is in progress; ask again later */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description not JSON, or too large: its address */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the same after a POST */
            303: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "4XX": {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "5XX": {
                headers: {
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNcbobioportalByPath: {
        parameters: {
            query?: {
                display?: string;
                page?: number;
                pagesize?: number;
                format?: "json" | "omtd-share";
            };
            header?: never;
            path: {
                /** @example categories */
                path: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the portal's response */
            200: {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/xml": unknown;
                    "application/zip": unknown;
                };
            };
            /** @description the export is in progress; ask again later */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description not JSON, or too large: its address */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the same after a POST */
            303: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "4XX": {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "5XX": {
                headers: {
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postNcbobioportalByPath: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example categories */
                path: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": {
                    [key: string]: unknown;
                };
                "application/json": unknown;
            };
        };
        responses: {
            /** @description the portal's response */
            200: {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/xml": unknown;
                    "application/zip": unknown;
                };
            };
            /** @description the export is in progress; ask again later */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description not JSON, or too large: its address */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the same after a POST */
            303: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "4XX": {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "5XX": {
                headers: {
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBiblioportalByPath: {
        parameters: {
            query?: {
                display?: string;
                page?: number;
                pagesize?: number;
                format?: "json" | "omtd-share";
            };
            header?: never;
            path: {
                /** @example categories */
                path: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the portal's response */
            200: {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/xml": unknown;
                    "application/zip": unknown;
                };
            };
            /** @description the export is in progress; ask again later */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description not JSON, or too large: its address */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the same after a POST */
            303: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "4XX": {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "5XX": {
                headers: {
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBiblioportalByPath: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example categories */
                path: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": {
                    [key: string]: unknown;
                };
                "application/json": unknown;
            };
        };
        responses: {
            /** @description the portal's response */
            200: {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/xml": unknown;
                    "application/zip": unknown;
                };
            };
            /** @description the export is in progress; ask again later */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description not JSON, or too large: its address */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the same after a POST */
            303: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "4XX": {
                headers: {
                    "RateLimit-Limit"?: string;
                    "RateLimit-Remaining"?: string;
                    "RateLimit-Reset"?: string;
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the portal's error, or the reason why the portal was not asked */
            "5XX": {
                headers: {
                    /** @description seconds to wait, if known */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFront: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                    "text/html": string;
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReleases: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Releases"];
                };
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the release, or the record, is no longer served */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /**
                 * @description a time (ISO 8601) or a generation
                 * @example 2026-01-01
                 */
                since?: string;
                /** @example neuromorpho */
                provider?: string;
                format?: "json" | "atom";
                /** @description of the search; else the provider's, else each with such filters */
                index?: "dataset" | "model";
                /** @description of the feed; 0 is the newest */
                page?: number;
                q?: string;
                data_type?: "morphology" | "electrophysiology" | "connection" | "single";
                has_file?: "true" | "false";
                quality_flags?: string[];
                mtype?: string[];
                layers?: string[];
                subregions?: string[];
                reconstruction_software?: string[];
                original_format?: string[];
                protocol?: string[];
                experiment_condition?: string[];
                age_classification?: string[];
                gender?: string[];
                stain?: string[];
                strain?: string[];
                morphologies?: string[];
                structural_domains?: string[];
                physical_integrities?: string[];
                physical_integrity?: string[];
                archive?: string[];
                cell_type?: string[];
                secondary_region?: string[];
                species?: string[];
                supertype?: string[];
                synaptic_effect?: string[];
                negative_markers?: string[];
                markers?: string[];
                etype?: string[];
                dendrite_layers?: string[];
                axon_layers?: string[];
                soma_layers?: string[];
                soma_region?: string[];
                "postsynaptic.supertype"?: string[];
                "postsynaptic.synaptic_effect"?: string[];
                "postsynaptic.negative_markers"?: string[];
                "postsynaptic.markers"?: string[];
                "postsynaptic.name"?: string[];
                "postsynaptic.cell_type"?: string[];
                "postsynaptic.soma_region"?: string[];
                "postsynaptic.layers"?: string[];
                "postsynaptic.secondary_region"?: string[];
                "presynaptic.supertype"?: string[];
                "presynaptic.synaptic_effect"?: string[];
                "presynaptic.negative_markers"?: string[];
                "presynaptic.markers"?: string[];
                "presynaptic.name"?: string[];
                "presynaptic.cell_type"?: string[];
                "presynaptic.soma_region"?: string[];
                "presynaptic.layers"?: string[];
                "presynaptic.secondary_region"?: string[];
                modeling_application?: string[];
                model_types?: string[];
                genes?: string[];
                transmitters?: string[];
                regions?: string[];
                implementers?: string[];
                model_concepts?: string[];
                receptors?: string[];
                channels?: string[];
                cell_types?: string[];
                /** @description youngest age in days: from..to, either end may be open */
                min_age_days?: string;
                /** @description oldest age in days: from..to, either end may be open */
                max_age_days?: string;
                /** @description youngest age in the record's `age_scale`: from..to, either end may be open */
                min_age?: string;
                /** @description oldest age in the record's `age_scale`: from..to, either end may be open */
                max_age?: string;
                /** @description lightest animal in g: from..to, either end may be open */
                min_weight?: string;
                /** @description heaviest animal in g: from..to, either end may be open */
                max_weight?: string;
                /** @description thickness of slices in µm: from..to, either end may be open */
                slicing_thickness?: string;
                /** @description soma surface in µm²: from..to, either end may be open */
                soma_surface?: string;
                /** @description surface in µm²: from..to, either end may be open */
                surface?: string;
                /** @description volume in µm³: from..to, either end may be open */
                volume?: string;
                /** @description length as the hub measures it in µm: from..to, either end may be open */
                "morphometry.length"?: string;
                /** @description largest straight distance as the hub measures it in µm: from..to, either end may be open */
                "morphometry.max_euclidean_distance"?: string;
                /** @description longest path as the hub measures it in µm: from..to, either end may be open */
                "morphometry.max_path_distance"?: string;
                /** @description width as the hub measures it in µm: from..to, either end may be open */
                "morphometry.width"?: string;
                /** @description height as the hub measures it in µm: from..to, either end may be open */
                "morphometry.height"?: string;
                /** @description depth as the hub measures it in µm: from..to, either end may be open */
                "morphometry.depth"?: string;
                /** @description mean diameter as the hub measures it in µm: from..to, either end may be open */
                "morphometry.mean_diameter"?: string;
                /** @description surface as the hub measures it in µm²: from..to, either end may be open */
                "morphometry.surface"?: string;
                /** @description soma surface as the hub measures it in µm²: from..to, either end may be open */
                "morphometry.soma_surface"?: string;
                /** @description volume as the hub measures it in µm³: from..to, either end may be open */
                "morphometry.volume"?: string;
                /** @description stems as the hub measures it: from..to, either end may be open */
                "morphometry.stems"?: string;
                /** @description bifurcations as the hub measures it: from..to, either end may be open */
                "morphometry.bifurcations"?: string;
                /** @description branches as the hub measures it: from..to, either end may be open */
                "morphometry.branches"?: string;
                /** @description tips as the hub measures it: from..to, either end may be open */
                "morphometry.tips"?: string;
                /** @description branch order as the hub measures it: from..to, either end may be open */
                "morphometry.max_branch_order"?: string;
                /** @description partition asymmetry as the hub measures it: from..to, either end may be open */
                "morphometry.partition_asymmetry"?: string;
                /** @description axon length as the hub measures it in µm: from..to, either end may be open */
                "morphometry.axon.length"?: string;
                /** @description axon largest straight distance as the hub measures it in µm: from..to, either end may be open */
                "morphometry.axon.max_euclidean_distance"?: string;
                /** @description axon longest path as the hub measures it in µm: from..to, either end may be open */
                "morphometry.axon.max_path_distance"?: string;
                /** @description axon width as the hub measures it in µm: from..to, either end may be open */
                "morphometry.axon.width"?: string;
                /** @description axon height as the hub measures it in µm: from..to, either end may be open */
                "morphometry.axon.height"?: string;
                /** @description axon depth as the hub measures it in µm: from..to, either end may be open */
                "morphometry.axon.depth"?: string;
                /** @description axon mean diameter as the hub measures it in µm: from..to, either end may be open */
                "morphometry.axon.mean_diameter"?: string;
                /** @description axon surface as the hub measures it in µm²: from..to, either end may be open */
                "morphometry.axon.surface"?: string;
                /** @description axon volume as the hub measures it in µm³: from..to, either end may be open */
                "morphometry.axon.volume"?: string;
                /** @description axon stems as the hub measures it: from..to, either end may be open */
                "morphometry.axon.stems"?: string;
                /** @description axon bifurcations as the hub measures it: from..to, either end may be open */
                "morphometry.axon.bifurcations"?: string;
                /** @description axon branches as the hub measures it: from..to, either end may be open */
                "morphometry.axon.branches"?: string;
                /** @description axon tips as the hub measures it: from..to, either end may be open */
                "morphometry.axon.tips"?: string;
                /** @description axon branch order as the hub measures it: from..to, either end may be open */
                "morphometry.axon.max_branch_order"?: string;
                /** @description axon partition asymmetry as the hub measures it: from..to, either end may be open */
                "morphometry.axon.partition_asymmetry"?: string;
                /** @description basal dendrite length as the hub measures it in µm: from..to, either end may be open */
                "morphometry.basal_dendrite.length"?: string;
                /** @description basal dendrite largest straight distance as the hub measures it in µm: from..to, either end may be open */
                "morphometry.basal_dendrite.max_euclidean_distance"?: string;
                /** @description basal dendrite longest path as the hub measures it in µm: from..to, either end may be open */
                "morphometry.basal_dendrite.max_path_distance"?: string;
                /** @description basal dendrite width as the hub measures it in µm: from..to, either end may be open */
                "morphometry.basal_dendrite.width"?: string;
                /** @description basal dendrite height as the hub measures it in µm: from..to, either end may be open */
                "morphometry.basal_dendrite.height"?: string;
                /** @description basal dendrite depth as the hub measures it in µm: from..to, either end may be open */
                "morphometry.basal_dendrite.depth"?: string;
                /** @description basal dendrite mean diameter as the hub measures it in µm: from..to, either end may be open */
                "morphometry.basal_dendrite.mean_diameter"?: string;
                /** @description basal dendrite surface as the hub measures it in µm²: from..to, either end may be open */
                "morphometry.basal_dendrite.surface"?: string;
                /** @description basal dendrite volume as the hub measures it in µm³: from..to, either end may be open */
                "morphometry.basal_dendrite.volume"?: string;
                /** @description basal dendrite stems as the hub measures it: from..to, either end may be open */
                "morphometry.basal_dendrite.stems"?: string;
                /** @description basal dendrite bifurcations as the hub measures it: from..to, either end may be open */
                "morphometry.basal_dendrite.bifurcations"?: string;
                /** @description basal dendrite branches as the hub measures it: from..to, either end may be open */
                "morphometry.basal_dendrite.branches"?: string;
                /** @description basal dendrite tips as the hub measures it: from..to, either end may be open */
                "morphometry.basal_dendrite.tips"?: string;
                /** @description basal dendrite branch order as the hub measures it: from..to, either end may be open */
                "morphometry.basal_dendrite.max_branch_order"?: string;
                /** @description basal dendrite partition asymmetry as the hub measures it: from..to, either end may be open */
                "morphometry.basal_dendrite.partition_asymmetry"?: string;
                /** @description apical dendrite length as the hub measures it in µm: from..to, either end may be open */
                "morphometry.apical_dendrite.length"?: string;
                /** @description apical dendrite largest straight distance as the hub measures it in µm: from..to, either end may be open */
                "morphometry.apical_dendrite.max_euclidean_distance"?: string;
                /** @description apical dendrite longest path as the hub measures it in µm: from..to, either end may be open */
                "morphometry.apical_dendrite.max_path_distance"?: string;
                /** @description apical dendrite width as the hub measures it in µm: from..to, either end may be open */
                "morphometry.apical_dendrite.width"?: string;
                /** @description apical dendrite height as the hub measures it in µm: from..to, either end may be open */
                "morphometry.apical_dendrite.height"?: string;
                /** @description apical dendrite depth as the hub measures it in µm: from..to, either end may be open */
                "morphometry.apical_dendrite.depth"?: string;
                /** @description apical dendrite mean diameter as the hub measures it in µm: from..to, either end may be open */
                "morphometry.apical_dendrite.mean_diameter"?: string;
                /** @description apical dendrite surface as the hub measures it in µm²: from..to, either end may be open */
                "morphometry.apical_dendrite.surface"?: string;
                /** @description apical dendrite volume as the hub measures it in µm³: from..to, either end may be open */
                "morphometry.apical_dendrite.volume"?: string;
                /** @description apical dendrite stems as the hub measures it: from..to, either end may be open */
                "morphometry.apical_dendrite.stems"?: string;
                /** @description apical dendrite bifurcations as the hub measures it: from..to, either end may be open */
                "morphometry.apical_dendrite.bifurcations"?: string;
                /** @description apical dendrite branches as the hub measures it: from..to, either end may be open */
                "morphometry.apical_dendrite.branches"?: string;
                /** @description apical dendrite tips as the hub measures it: from..to, either end may be open */
                "morphometry.apical_dendrite.tips"?: string;
                /** @description apical dendrite branch order as the hub measures it: from..to, either end may be open */
                "morphometry.apical_dendrite.max_branch_order"?: string;
                /** @description apical dendrite partition asymmetry as the hub measures it: from..to, either end may be open */
                "morphometry.apical_dendrite.partition_asymmetry"?: string;
                /** @description dendrites length as the hub measures it in µm: from..to, either end may be open */
                "morphometry.dendrites.length"?: string;
                /** @description dendrites largest straight distance as the hub measures it in µm: from..to, either end may be open */
                "morphometry.dendrites.max_euclidean_distance"?: string;
                /** @description dendrites longest path as the hub measures it in µm: from..to, either end may be open */
                "morphometry.dendrites.max_path_distance"?: string;
                /** @description dendrites width as the hub measures it in µm: from..to, either end may be open */
                "morphometry.dendrites.width"?: string;
                /** @description dendrites height as the hub measures it in µm: from..to, either end may be open */
                "morphometry.dendrites.height"?: string;
                /** @description dendrites depth as the hub measures it in µm: from..to, either end may be open */
                "morphometry.dendrites.depth"?: string;
                /** @description dendrites mean diameter as the hub measures it in µm: from..to, either end may be open */
                "morphometry.dendrites.mean_diameter"?: string;
                /** @description dendrites surface as the hub measures it in µm²: from..to, either end may be open */
                "morphometry.dendrites.surface"?: string;
                /** @description dendrites volume as the hub measures it in µm³: from..to, either end may be open */
                "morphometry.dendrites.volume"?: string;
                /** @description dendrites stems as the hub measures it: from..to, either end may be open */
                "morphometry.dendrites.stems"?: string;
                /** @description dendrites bifurcations as the hub measures it: from..to, either end may be open */
                "morphometry.dendrites.bifurcations"?: string;
                /** @description dendrites branches as the hub measures it: from..to, either end may be open */
                "morphometry.dendrites.branches"?: string;
                /** @description dendrites tips as the hub measures it: from..to, either end may be open */
                "morphometry.dendrites.tips"?: string;
                /** @description dendrites branch order as the hub measures it: from..to, either end may be open */
                "morphometry.dendrites.max_branch_order"?: string;
                /** @description dendrites partition asymmetry as the hub measures it: from..to, either end may be open */
                "morphometry.dendrites.partition_asymmetry"?: string;
                /** @description length as its source publishes it in µm: from..to, either end may be open */
                "source_morphometry.length"?: string;
                /** @description largest straight distance as its source publishes it in µm: from..to, either end may be open */
                "source_morphometry.max_euclidean_distance"?: string;
                /** @description longest path as its source publishes it in µm: from..to, either end may be open */
                "source_morphometry.max_path_distance"?: string;
                /** @description width as its source publishes it in µm: from..to, either end may be open */
                "source_morphometry.width"?: string;
                /** @description height as its source publishes it in µm: from..to, either end may be open */
                "source_morphometry.height"?: string;
                /** @description depth as its source publishes it in µm: from..to, either end may be open */
                "source_morphometry.depth"?: string;
                /** @description mean diameter as its source publishes it in µm: from..to, either end may be open */
                "source_morphometry.mean_diameter"?: string;
                /** @description surface as its source publishes it in µm²: from..to, either end may be open */
                "source_morphometry.surface"?: string;
                /** @description soma surface as its source publishes it in µm²: from..to, either end may be open */
                "source_morphometry.soma_surface"?: string;
                /** @description volume as its source publishes it in µm³: from..to, either end may be open */
                "source_morphometry.volume"?: string;
                /** @description stems as its source publishes it: from..to, either end may be open */
                "source_morphometry.stems"?: string;
                /** @description bifurcations as its source publishes it: from..to, either end may be open */
                "source_morphometry.bifurcations"?: string;
                /** @description branches as its source publishes it: from..to, either end may be open */
                "source_morphometry.branches"?: string;
                /** @description branch order as its source publishes it: from..to, either end may be open */
                "source_morphometry.max_branch_order"?: string;
                /** @description partition asymmetry as its source publishes it: from..to, either end may be open */
                "source_morphometry.partition_asymmetry"?: string;
                /** @description contraction as its source publishes it: from..to, either end may be open */
                "source_morphometry.contraction"?: string;
                /** @description fragmentation as its source publishes it: from..to, either end may be open */
                "source_morphometry.fragmentation"?: string;
                /** @description Rall's ratio as its source publishes it: from..to, either end may be open */
                "source_morphometry.pk_classic"?: string;
                /** @description local bifurcation angle as its source publishes it in °: from..to, either end may be open */
                "source_morphometry.bif_ampl_local"?: string;
                /** @description remote bifurcation angle as its source publishes it in °: from..to, either end may be open */
                "source_morphometry.bif_ampl_remote"?: string;
                /** @description fractal dimension as its source publishes it: from..to, either end may be open */
                "source_morphometry.fractal_dimension"?: string;
                /** @description identifier, label or synonym of a concept */
                concept?: string[];
                /** @description take the text as words and nothing else */
                literal?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changes"];
                    "application/atom+xml": string;
                };
            };
            /** @description where it is */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the release, or the record, is no longer served */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHarvests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Harvests"];
                };
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the release, or the record, is no longer served */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHarvest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Harvests"];
                };
            };
            /** @description a parameter, or the body, is not what the interface takes; `field` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description there is no such record, type, index or release */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the release, or the record, is no longer served */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description the engine, the storage or the source does not answer; `Retry-After` says when to ask again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description what went wrong */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
