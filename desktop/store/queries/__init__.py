"""Reading queries of whole screens: each answers with finished, frozen values in one or two statements."""
