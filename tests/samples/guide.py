"""The figures of the Guide's two worked tables (Part I, step 6), keyed by numbers.

In the text copy of figure 6B two labels slip: its row of 117,120 jobs is Government, that of
16,350 Personal Services. The pay of 1990 in figure 6A is nominal in the rows and in dollars of
2003 in the total (21,221 x 1.3995 = 29,699).
"""

# Figure 6A, the cluster Health and Biomedicine: code, jobs 1990 and 2003, pay 2003, printed
# quotients 1990 and 2003.
FIGURE_6A = [
    ("3254", 120, 30, 60_333, 0.148, 0.023),
    ("3391", 430, 630, 22_683, 0.383, 0.468),
    ("4461", 2_830, 4_210, 21_337, 0.916, 1.011),
    ("5419", 1_320, 2_290, 26_114, 1.068, 1.053),
    ("6211", 6_580, 6_660, 37_218, 1.320, 0.753),
    ("6212", 2_010, 2_670, 24_300, 1.004, 0.811),
    ("6213", 1_010, 1_280, 19_195, 0.940, 0.579),
    ("6214", 610, 1_370, 43_635, 0.600, 0.733),
    ("6215", 350, 520, 28_865, 0.698, 0.654),
    ("6216", 290, 9_080, 35_123, 0.258, 2.829),
    ("6219", 180, 370, 40_162, 0.468, 0.427),
    ("6221", 13_250, 19_880, 34_363, 1.028, 1.121),
    ("6222", 300, 450, 34_067, 0.681, 1.118),
    ("6223", 450, 680, 34_338, 1.213, 1.039),
    ("6231", 6_080, 7_760, 29_180, 1.333, 1.110),
    ("6232", 790, 1_790, 30_682, 0.754, 0.836),
    ("6233", 1_230, 2_160, 29_736, 0.955, 0.886),
    ("6239", 210, 590, 31_644, 0.612, 0.810),
    ("6241", 1_440, 2_270, 19_106, 0.950, 0.637),
    ("6243", 610, 1_680, 16_464, 0.646, 0.997),
]

# Figure 6B: cluster, jobs 1990 and 2003, printed average annual growth in per cent.
FIGURE_6B = [
    ("Business Services", 19_610, 28_620, 3.0),
    ("Logistics", 11_840, 13_060, 0.8),
    ("Government", 117_120, 127_560, 0.7),
    ("Personal Services", 16_350, 27_060, 4.0),
    ("Advanced Manufacturing", 27_580, 26_610, -0.3),
    ("Health and Biomedicine", 40_090, 66_370, 4.0),
    ("Education and Training", 4_550, 8_180, 4.6),
    ("Visitor Services", 50_820, 71_470, 2.7),
    ("Oil and Gas", 16_990, 16_910, 0.0),
    ("Finance", 20_840, 24_660, 1.3),
    ("Information Technology", 17_540, 17_860, 0.1),
]
# The rest of figure 6B by cluster: printed change of jobs, pay 1990 and 2003 in dollars of 2003 and
# its change in per cent, quotients 1990 and 2003 and their change in per cent.
REST_OF_FIGURE_6B = {
    "Business Services": (9_010, 40_567, 37_470, -8, 0.99, 1.07, 8),
    "Logistics": (1_220, 39_076, 38_590, -1, 0.96, 0.80, -17),
    "Government": (10_440, 31_800, 34_268, 8, 1.63, 1.37, -16),
    "Personal Services": (10_710, 18_198, 23_905, 31, 1.34, 1.46, 9),
    "Advanced Manufacturing": (-970, 42_032, 41_317, -2, 1.03, 1.05, 2),
    "Health and Biomedicine": (26_280, 29_699, 31_170, 5, 0.98, 1.02, 4),
    "Education and Training": (3_630, 23_660, 29_722, 26, 0.69, 0.71, 2),
    "Visitor Services": (20_650, 14_016, 13_870, -1, 1.29, 1.29, 0),
    "Oil and Gas": (-80, 47_998, 48_833, 2, 1.59, 1.69, 6),
    "Finance": (3_820, 35_496, 33_568, -5, 1.15, 0.94, -18),
    "Information Technology": (320, 42_066, 38_012, -10, 1.31, 1.00, -23),
}
